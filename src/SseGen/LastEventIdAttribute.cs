using Microsoft.AspNetCore.Http.Metadata;

namespace SseGen;

/// <summary>
/// The parameter is the id of the last event that the client has seen: the header <c>Last-Event-ID</c> or, because a fresh
/// <c>EventSource</c> cannot send headers, the query parameter <c>lastEventId</c>. The parameter is a string or of a type that parses from one;
/// a client that is new has none.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class LastEventIdAttribute : Attribute, IFromHeaderMetadata
{
    /// <summary>The header, for API descriptions.</summary>
    string IFromHeaderMetadata.Name => "Last-Event-ID";
}

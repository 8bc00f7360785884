using System.Diagnostics.CodeAnalysis;

namespace SseGen;

/// <summary>
/// Makes a method an endpoint that streams Server-Sent Events. <c>MapEventStreams()</c>, which is generated, maps it.
/// </summary>
/// <param name="pattern">The route pattern, as for <c>MapGet</c>: <c>/market/{symbol}/trades</c>.</param>
/// <remarks>
/// The <c>…Seconds</c> and <c>…Milliseconds</c> properties override the option of the same name for this endpoint;
/// <see cref="Inherit"/>, the default, leaves the option's value.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EventStreamAttribute([StringSyntax("Route")] string pattern) : Attribute
{
    /// <summary>The value that says: as <see cref="EventStreamOptions"/> has it.</summary>
    public const int Inherit = -1;

    /// <summary>The route pattern.</summary>
    [StringSyntax("Route")]
    public string Pattern { get; } = pattern;

    /// <summary>
    /// The <c>event:</c> field of every event. <see langword="null"/>, the default, leaves the field out: a browser then raises <c>message</c>.
    /// </summary>
    public string? EventType { get; set; }

    /// <summary>The HTTP method: <c>GET</c>, the default and all that <c>EventSource</c> can send, or <c>POST</c> for clients that use fetch.</summary>
    public string HttpMethod { get; set; } = "GET";

    /// <summary>The endpoint's name, for link generation and OpenAPI's operationId. Default: none.</summary>
    public string? Name { get; set; }

    /// <summary>What becomes of the stream when the host stops. Default: <see cref="EventStreamShutdown.Cancel"/>.</summary>
    public EventStreamShutdown Shutdown { get; set; }

    /// <summary>
    /// The type of a last event that tells the client that the stream is complete and must not be asked for again. Default: none.
    /// </summary>
    public string? CompletionEventType { get; set; }

    /// <summary>Seconds of silence after which a comment keeps the connection alive; 0 is off. Default: <see cref="Inherit"/>.</summary>
    public double HeartbeatSeconds { get; set; } = Inherit;

    /// <summary>Seconds for which a flush may be pending before the client counts as too slow. Default: <see cref="Inherit"/>.</summary>
    public double SendTimeoutSeconds { get; set; } = Inherit;

    /// <summary>Seconds after which the stream is ended cleanly; 0 is never. Default: <see cref="Inherit"/>.</summary>
    public double MaxDurationSeconds { get; set; } = Inherit;

    /// <summary>The <c>retry:</c> field sent at the start, in milliseconds. Default: <see cref="Inherit"/>.</summary>
    public int RetryMilliseconds { get; set; } = Inherit;
}

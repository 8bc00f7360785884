using System.ComponentModel;

namespace SseGen.Hosting;

/// <summary>The part of a request that a text is taken from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ValueSource
{
    /// <summary>A route value.</summary>
    Route,

    /// <summary>The query string.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A field of a form.</summary>
    Form,

    /// <summary>A route value when the endpoint's pattern has the name, prefixes of groups included; else the query string.</summary>
    RouteOrQuery,

    /// <summary>The <c>Last-Event-ID</c> header, else <c>lastEventId</c> of the query string.</summary>
    LastEventId,
}

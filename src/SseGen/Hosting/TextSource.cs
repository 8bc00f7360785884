using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SseGen.Hosting;

/// <summary>A named text of a request, or several of one name.</summary>
internal readonly struct TextSource(ValueSource source, string key)
{
    /// <summary>The source as messages name it.</summary>
    public string Name => source switch
    {
        ValueSource.Route => "route",
        ValueSource.Query => "query string",
        ValueSource.Form => "form",
        _ => "header",
    };

    /// <summary>The text; several are joined by commas. <see langword="null"/> when there is none, which an empty one is not.</summary>
    public string? Read(HttpContext httpContext) => source switch
    {
        ValueSource.Route => (string?)httpContext.Request.RouteValues[key],
        ValueSource.LastEventId => EventStreamContext.ReadLastEventId(httpContext.Request),
        _ => ReadAll(httpContext),
    };

    /// <summary>Each text of the name as it came.</summary>
    public StringValues ReadAll(HttpContext httpContext) => source switch
    {
        ValueSource.Header => httpContext.Request.Headers[key],
        ValueSource.Form => httpContext.Request.Form[key],
        _ => httpContext.Request.Query[key],
    };

    /// <summary>The elements of an array: one for each text, but a header's are also cut at commas.</summary>
    public string?[] ReadElements(HttpContext httpContext) =>
        source == ValueSource.Header ? httpContext.Request.Headers.GetCommaSeparatedValues(key) : ReadAll(httpContext).ToArray();
}

using Microsoft.AspNetCore.Http;

namespace SseGen.Hosting;

/// <summary>A value made from one text.</summary>
internal sealed class ValueBinder<T>(
    EventStreamParameter parameter, ValueSource source, string key, ValueParser<T> parser, T defaultValue) : ParameterBinder<T>
{
    public override T Bind(RequestBinding request)
    {
        var text = Read(request.HttpContext);
        if (text is null)
        {
            return parameter.IsOptional ? defaultValue : request.Missing<T>(parameter, SourceName);
        }

        return parser(text, out var value) ? value : request.Unparsable<T>(parameter, text);
    }

    private string? Read(HttpContext httpContext) => source switch
    {
        ValueSource.Route => (string?)httpContext.Request.RouteValues[key],
        ValueSource.Query => httpContext.Request.Query[key],
        ValueSource.Header => httpContext.Request.Headers[key],
        ValueSource.Form => httpContext.Request.Form[key],
        _ => EventStreamContext.ReadLastEventId(httpContext.Request),
    };

    private string SourceName => source switch
    {
        ValueSource.Route => "route",
        ValueSource.Query => "query string",
        ValueSource.Form => "form",
        _ => "header",
    };
}

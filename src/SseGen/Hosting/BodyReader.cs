using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SseGen.Hosting;

/// <summary>Reads the body of a request before anything is bound from it. A body that cannot be read ends the request at once.</summary>
internal abstract class BodyReader(EventStreamParameter parameter, bool isForm)
{
    /// <summary>The first parameter that is bound from the body; messages name it.</summary>
    public EventStreamParameter Parameter { get; } = parameter;

    public bool IsForm { get; } = isForm;

    /// <summary>Reads; false when the request has been answered.</summary>
    public abstract ValueTask<bool> ReadAsync(RequestBinding request);

    protected static bool CanHaveBody(HttpContext httpContext) =>
        httpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;

    protected static bool Refuse(HttpContext httpContext, int status)
    {
        httpContext.Response.StatusCode = status;
        return false;
    }
}

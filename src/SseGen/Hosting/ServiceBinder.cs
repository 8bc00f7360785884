using Microsoft.Extensions.DependencyInjection;

namespace SseGen.Hosting;

/// <summary>A service of the request's scope.</summary>
internal sealed class ServiceBinder<T>(bool isRequired) : ParameterBinder<T>
    where T : notnull
{
    public override T Bind(RequestBinding request)
    {
        var services = request.HttpContext.RequestServices;
        return isRequired ? services.GetRequiredService<T>() : services.GetService<T>()!;
    }
}

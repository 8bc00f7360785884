using Microsoft.Extensions.DependencyInjection;

namespace SseGen.Hosting;

/// <summary>A service of the request's scope.</summary>
internal sealed class ServiceBinder<T>(bool isRequired) : ParameterBinder<T>
{
    public override T Bind(RequestBinding request)
    {
        var services = request.HttpContext.RequestServices;
        return isRequired ? (T)services.GetRequiredService(typeof(T)) : (T)services.GetService(typeof(T))!;
    }
}

/// <summary>A service of the request's scope that is registered under a key.</summary>
internal sealed class KeyedServiceBinder<T>(object? key, bool isRequired) : ParameterBinder<T>
{
    public override T Bind(RequestBinding request)
    {
        var services = request.HttpContext.RequestServices;
        return isRequired ? (T)services.GetRequiredKeyedService(typeof(T), key) : services.GetKeyedService<T>(key)!;
    }
}

using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace SseGen.Hosting;

/// <summary>Services for the constructor of a handler class, as the container's own activation resolves them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandlerServices
{
    /// <summary>A service.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static T Required<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A service, or the parameter's default value when there is none.</summary>
    public static T Optional<T>(IServiceProvider services, T defaultValue)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.GetService(typeof(T)) is T service ? service : defaultValue;
    }

    /// <summary>A keyed service.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static T RequiredKeyed<T>(IServiceProvider services, object? key)
        where T : notnull => services.GetRequiredKeyedService<T>(key);

    /// <summary>A keyed service, or the parameter's default value when there is none.</summary>
    public static T OptionalKeyed<T>(IServiceProvider services, object? key, T defaultValue) =>
        services.GetKeyedService<T>(key) is { } service ? service : defaultValue;
}

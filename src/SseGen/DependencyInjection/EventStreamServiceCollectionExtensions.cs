using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SseGen;
using SseGen.Json;
using SseGen.Streaming;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what event streams need.</summary>
public static class EventStreamServiceCollectionExtensions
{
    /// <summary>
    /// Registers event streams. Their options come from the configuration section <c>EventStreams</c>; a bad value fails the
    /// application's start.
    /// </summary>
    public static EventStreamsBuilder AddEventStreams(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<EventStreamOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<EventStreamOptions>, EventStreamOptionsBinder>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EventStreamOptions>, EventStreamOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<JsonOptions>, JsonDescriptionResolver.Setup>());
        services.TryAddSingleton(static _ => new JsonTypeDescriptions());
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EventStreamMetrics>();
        services.TryAddSingleton(static provider => new EventStreamServer(
            provider.GetRequiredService<IOptions<EventStreamOptions>>(),
            provider.GetRequiredService<IOptions<HostOptions>>(),
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<EventStreamMetrics>()));
        return new EventStreamsBuilder(services);
    }

    /// <summary>Registers event streams.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the options, after the configuration has had its say.</param>
    public static EventStreamsBuilder AddEventStreams(this IServiceCollection services, Action<EventStreamOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddEventStreams();
        services.Configure(configure);
        return builder;
    }
}

using Microsoft.Extensions.DependencyInjection.Extensions;
using SseGen;
using SseGen.Streaming;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what event streams need.</summary>
public static class EventStreamServiceCollectionExtensions
{
    /// <summary>Registers event streams; their options come from the configuration section <c>EventStreams</c>.</summary>
    public static EventStreamsBuilder AddEventStreams(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<EventStreamOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EventStreamServer>();
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

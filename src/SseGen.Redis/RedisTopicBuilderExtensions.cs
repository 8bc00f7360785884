using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SseGen.Redis;
using SseGen.Topics;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Carries the topics of an application over Redis.</summary>
public static class RedisTopicBuilderExtensions
{
    /// <summary>Every topic of the application becomes a Redis Stream: what one process publishes reaches the subscribers of all.</summary>
    /// <param name="builder">What <c>AddEventStreams()</c> has returned.</param>
    /// <param name="configuration">Where Redis is, as StackExchange.Redis reads it: <c>localhost:6379</c>. It need not be there yet.</param>
    /// <param name="configure">Changes the options, after the configuration has had its say.</param>
    /// <exception cref="ArgumentException"><paramref name="configuration"/> names no end point, or has a part that nobody understands.</exception>
    public static EventStreamsBuilder UseRedis(
        this EventStreamsBuilder builder, string configuration, Action<RedisTopicOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        var settings = RedisConnection.Settings(configuration);
        return Add(
            builder,
            services => new RedisConnection(
                async () => await ConnectionMultiplexer.ConnectAsync(settings), RedisConnection.Describe(settings), isOwned: true, Logger(services)),
            configure);
    }

    /// <summary>
    /// The same over a connection that the application has. Options are set with <c>services.Configure&lt;RedisTopicOptions&gt;(…)</c>.
    /// </summary>
    /// <param name="builder">What <c>AddEventStreams()</c> has returned.</param>
    /// <param name="connection">
    /// Gives the connection, which remains the application's to dispose of. With <see cref="BacklogPolicy.FailFast"/> publishing fails at
    /// once while Redis is away, otherwise after the connection's time-out. It must have no channel prefix.
    /// </param>
    public static EventStreamsBuilder UseRedis(this EventStreamsBuilder builder, Func<IServiceProvider, IConnectionMultiplexer> connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Add(
            builder,
            services => new RedisConnection(
                () => Task.FromResult(connection(services)), "the application's connection", isOwned: false, Logger(services)),
            configure: null);
    }

    private static EventStreamsBuilder Add(
        EventStreamsBuilder builder, Func<IServiceProvider, RedisConnection> connection, Action<RedisTopicOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton(provider => new RedisTopicOptionsSetup(provider.GetService<IConfiguration>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<RedisTopicOptions>, RedisTopicOptionsSetup>(Setup));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisTopicOptions>, RedisTopicOptionsSetup>(Setup));
        var options = services.AddOptions<RedisTopicOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        // The last call counts.
        services.RemoveAll<RedisConnection>();
        services.AddSingleton(connection);
        services.RemoveAll<IEventTopicEngine>();
        services.AddSingleton<IEventTopicEngine, RedisTopicEngine>();
        return builder;
    }

    private static RedisTopicOptionsSetup Setup(IServiceProvider services) => services.GetRequiredService<RedisTopicOptionsSetup>();

    private static ILogger Logger(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger(RedisTopicEngine.LogCategory);
}

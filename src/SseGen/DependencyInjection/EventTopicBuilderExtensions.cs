using System.Globalization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SseGen;
using SseGen.Topics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers topics.</summary>
public static class EventTopicBuilderExtensions
{
    /// <summary>
    /// Registers a topic: inject <see cref="EventTopic{T}"/>, with <c>[FromKeyedServices("name")]</c> if the application has several of the type.
    /// </summary>
    /// <typeparam name="T">What is published. Its serializer is generated where this call names it.</typeparam>
    /// <param name="builder">What <c>AddEventStreams()</c> has returned.</param>
    /// <param name="name">A name of its own: for configuration, metrics and the engine.</param>
    /// <param name="configure">Changes the options, after the configuration has had its say.</param>
    /// <exception cref="ArgumentException">There is a topic of this name.</exception>
    public static EventStreamsBuilder AddTopic<T>(this EventStreamsBuilder builder, string name, Action<EventTopicOptions>? configure = null)
    {
        AddCommon(builder, name, configure, typeof(EventTopic<T>), services => (NamedEventTopic<T>)services.GetRequiredKeyedService<EventTopic<T>>(name));
        builder.Services.AddKeyedSingleton<EventTopic<T>>(name, (services, _) => new NamedEventTopic<T>(Shared<T>(services, name)));
        builder.Services.TryAddSingleton(Only<EventTopic<T>>);
        return builder;
    }

    /// <summary>
    /// Registers a topic per key: inject <see cref="EventTopics{TKey, T}"/>, with <c>[FromKeyedServices("name")]</c> if the application has
    /// several of the types.
    /// </summary>
    /// <inheritdoc cref="AddTopic{T}"/>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="T">What is published. Its serializer is generated where this call names it.</typeparam>
    public static EventStreamsBuilder AddTopics<TKey, T>(this EventStreamsBuilder builder, string name, Action<EventTopicOptions>? configure = null)
        where TKey : notnull
    {
        AddCommon(builder, name, configure, typeof(EventTopics<TKey, T>), services =>
        {
            services.GetRequiredKeyedService<EventTopics<TKey, T>>(name);
            return null;
        });
        builder.Services.AddKeyedSingleton(name, (services, _) => new EventTopics<TKey, T>(Shared<T>(services, name)));
        builder.Services.TryAddSingleton(Only<EventTopics<TKey, T>>);
        return builder;
    }

    private static void AddCommon(
        EventStreamsBuilder builder,
        string name,
        Action<EventTopicOptions>? configure,
        Type serviceType,
        Func<IServiceProvider, ITopicFollower?> open)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var services = builder.Services;
        if (services.Any(service => service.ImplementationInstance is TopicRegistration registration && registration.Name == name))
        {
            throw new ArgumentException($"There is a topic '{name}' already.", nameof(name));
        }

        services.AddSingleton(new TopicRegistration(name, serviceType, open));
        services.TryAddSingleton<TopicObservers>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, TopicFollowing>());

        var options = services.AddOptions<EventTopicOptions>(name).Configure<IServiceProvider>(
            (options, provider) => Read(options, provider.GetService<IConfiguration>()?.GetSection($"EventStreams:Topics:{name}")));
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddSingleton<IValidateOptions<EventTopicOptions>>(provider =>
            new EventTopicOptionsValidator(name, provider.GetService<IEventTopicEngine>() is not null));
        options.ValidateOnStart();
    }

    /// <summary>By hand, because binding by reflection would not survive trimming.</summary>
    private static void Read(EventTopicOptions options, IConfigurationSection? section)
    {
        if (section is null)
        {
            return;
        }

        options.Capacity = Value(section, nameof(options.Capacity), options.Capacity, static text => int.Parse(text, CultureInfo.InvariantCulture));
        options.WhenLagging = Value(section, nameof(options.WhenLagging), options.WhenLagging, static text => Enum.Parse<LagPolicy>(text, ignoreCase: true));
        options.CoalesceWindow = Value(section, nameof(options.CoalesceWindow), options.CoalesceWindow, ParseTime);
        options.IdleTimeout = Value(section, nameof(options.IdleTimeout), options.IdleTimeout, ParseTime);
    }

    private static TimeSpan ParseTime(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static TValue Value<TValue>(IConfigurationSection section, string key, TValue current, Func<string, TValue> parse)
    {
        if (section[key] is not { } text)
        {
            return current;
        }

        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidOperationException($"The configuration's '{section.Path}:{key}' is '{text}', which is no {typeof(TValue).Name}.", exception);
        }
    }

    private static TopicShared<T> Shared<T>(IServiceProvider services, string name) => new()
    {
        Name = name,
        Options = services.GetRequiredService<IOptionsMonitor<EventTopicOptions>>().Get(name),
        Payload = TopicPayloads.Create<T>(name, services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions),
        Engine = services.GetService<IEventTopicEngine>(),
        TimeProvider = services.GetRequiredService<TimeProvider>(),
        Observers = services.GetRequiredService<TopicObservers>(),
    };

    /// <summary>What is injected without a name: the only one of its type.</summary>
    private static TService Only<TService>(IServiceProvider services)
        where TService : class
    {
        var names = services.GetServices<TopicRegistration>()
            .Where(registration => registration.ServiceType == typeof(TService))
            .Select(registration => registration.Name)
            .ToList();
        return names is [var only]
            ? services.GetRequiredKeyedService<TService>(only)
            : throw new InvalidOperationException(
                $"There are several topics of type {typeof(TService)} ({string.Join(", ", names)}): ask for one by its name, with " +
                $"[FromKeyedServices(\"{names[0]}\")].");
    }
}

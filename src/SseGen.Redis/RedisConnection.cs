using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace SseGen.Redis;

/// <summary>The connection to Redis, made when it is first needed; Redis need not be there then.</summary>
internal sealed partial class RedisConnection(Func<Task<IConnectionMultiplexer>> connect, string description, bool isOwned, ILogger logger)
    : IDisposable, IAsyncDisposable
{
    private const int KeepAliveSeconds = 10;
    private const int NotSet = -1;
    private const int ShortestReconnect = 200;
    private const int LongestReconnect = 2_000;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<RedisTopicFollower, byte> _followers = new();
    private Task<IConnectionMultiplexer>? _connection;
    private int _isAway;

    /// <summary>Where Redis is, without secrets.</summary>
    public override string ToString() => description;

    /// <summary>A connection of the application's own settings, and of this engine's where it depends on them.</summary>
    public static ConfigurationOptions Settings(string configuration)
    {
        var settings = ConfigurationOptions.Parse(configuration);
        if (settings.EndPoints.Count == 0)
        {
            throw new ArgumentException("It names no end point of Redis, such as localhost:6379.", nameof(configuration));
        }

        // Start without Redis, and go on by itself when it is there.
        settings.AbortOnConnectFail = false;
        settings.ReconnectRetryPolicy = new ExponentialRetry(ShortestReconnect, LongestReconnect);

        // A publisher is told at once that Redis is away. In a queue its event would wait for a time-out, and be published or not.
        settings.BacklogPolicy = BacklogPolicy.FailFast;

        // The script that publishes knows the channel's name and no prefix.
        settings.ChannelPrefix = default;
        if (settings.KeepAlive == NotSet)
        {
            settings.KeepAlive = KeepAliveSeconds;
        }

        return settings;
    }

    /// <summary>The end points alone.</summary>
    public static string Describe(ConfigurationOptions settings) => string.Join(", ", settings.EndPoints.Select(static endPoint => endPoint switch
    {
        DnsEndPoint { Port: 0 } name => name.Host,
        DnsEndPoint name => $"{name.Host}:{name.Port}",
        _ => endPoint.ToString(),
    }));

    /// <summary>The connection, whether Redis is there or not.</summary>
    public Task<IConnectionMultiplexer> GetAsync()
    {
        lock (_lock)
        {
            if (_connection is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _connection = ConnectAsync();
            }

            return _connection;
        }
    }

    /// <summary>Has a follower woken whenever the connection has been restored.</summary>
    public void Add(RedisTopicFollower follower) => _followers.TryAdd(follower, 0);

    /// <summary>Wakes a follower no longer.</summary>
    public void Remove(RedisTopicFollower follower) => _followers.TryRemove(follower, out _);

    public void Dispose()
    {
        if (Release() is { } redis)
        {
            redis.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Release() is { } redis)
        {
            await redis.DisposeAsync();
        }
    }

    private async Task<IConnectionMultiplexer> ConnectAsync()
    {
        var redis = await connect();
        redis.ConnectionFailed += OnFailed;
        redis.ConnectionRestored += OnRestored;
        if (!redis.IsConnected)
        {
            ReportAway(exception: null);
        }

        return redis;
    }

    /// <summary>Lets go of the connection, and returns it if it is this engine's to end.</summary>
    private IConnectionMultiplexer? Release()
    {
        if (_connection is not { IsCompletedSuccessfully: true } connection)
        {
            return null;
        }

        var redis = connection.Result;
        redis.ConnectionFailed -= OnFailed;
        redis.ConnectionRestored -= OnRestored;
        return isOwned ? redis : null;
    }

    private void OnFailed(object? sender, ConnectionFailedEventArgs failure) => ReportAway(failure.Exception);

    private void OnRestored(object? sender, ConnectionFailedEventArgs restored)
    {
        if (restored.ConnectionType == ConnectionType.Interactive && Interlocked.Exchange(ref _isAway, 0) == 1)
        {
            LogBack(description);
        }

        // Whichever of its connections it was: something may have been missed.
        foreach (var follower in _followers.Keys)
        {
            follower.OnConnectionRestored();
        }
    }

    private void ReportAway(Exception? exception)
    {
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            LogAway(exception, description);
        }
    }

    [LoggerMessage(201, LogLevel.Warning, "Redis ({Redis}) cannot be reached. Publishing to topics fails, streams stay open; both go on when it is back.", EventName = "RedisAway")]
    private partial void LogAway(Exception? exception, string redis);

    [LoggerMessage(202, LogLevel.Information, "Redis ({Redis}) is back.", EventName = "RedisBack")]
    private partial void LogBack(string redis);
}

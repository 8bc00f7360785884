using SseGen.TestKit;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(SseGen.Redis.Tests.Kit.SharedRedis))]

namespace SseGen.Redis.Tests.Kit;

/// <summary>A Redis for all tests that do not harm it; each has keys of its own.</summary>
public sealed class SharedRedis : IAsyncLifetime
{
    private static int s_lastTest;
    private RedisServer? _server;

    /// <summary>The server.</summary>
    public RedisServer Server => _server!;

    /// <summary>A connection to look at it with.</summary>
    public IConnectionMultiplexer Connection { get; private set; } = null!;

    /// <summary>What a test sees of it.</summary>
    public IDatabase Database => Connection.GetDatabase();

    /// <summary>A key prefix that no other test has.</summary>
    public static string NewPrefix() => $"test{Interlocked.Increment(ref s_lastTest)}:";

    /// <summary>How many subscriptions there are to a channel, over all connections.</summary>
    public async Task<long> SubscriptionsAsync(string channel) =>
        (long)((RedisResult[])(await Database.ExecuteAsync("PUBSUB", "NUMSUB", channel))!)[1];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        Connection = await ConnectionMultiplexer.ConnectAsync(_server.Configuration);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await _server!.DisposeAsync();
    }
}

using SseGen.TestKit;

namespace SseGen.Redis.Tests.Kit;

/// <summary>Server processes that share a Redis: those that run at present, and one client of all of them.</summary>
internal sealed class NodeProcesses(string redis) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ServerProcess> _alive = [];
    private readonly List<ServerProcess> _all = [];

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = Bounded.Patience };

    /// <summary>One of those that run.</summary>
    public ServerProcess Any(Random random)
    {
        lock (_lock)
        {
            return _alive[random.Next(_alive.Count)];
        }
    }

    public bool IsAlive(ServerProcess process)
    {
        lock (_lock)
        {
            return _alive.Contains(process);
        }
    }

    public async Task StartAsync(int count)
    {
        // One after the other: the machine has few processors, and each takes all it gets to start.
        for (var i = 0; i < count; i++)
        {
            var process = await ServerProcess.StartAsync(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "SseGen.TopicNode.dll"),
                    "--redis", redis,
                    "--EventStreams:HeartbeatInterval", "00:00:01",
                    "--EventStreams:Topics:notes:Capacity", "16384",
                    "--Logging:LogLevel:Default", "Warning",
                    "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information",
                ]);
            lock (_lock)
            {
                _alive.Add(process);
                _all.Add(process);
            }
        }
    }

    /// <summary>Ends one with SIGKILL.</summary>
    public async Task KillOneAsync()
    {
        ServerProcess victim;
        lock (_lock)
        {
            // Nobody is sent there any more; those who are there have to find out.
            victim = _alive[0];
            _alive.RemoveAt(0);
        }

        await victim.KillAsync();
    }

    /// <summary>How many subscribers there are, over all processes.</summary>
    public async Task<int> SubscribersAsync()
    {
        ServerProcess[] alive;
        lock (_lock)
        {
            alive = [.. _alive];
        }

        var counts = await Task.WhenAll(alive.Select(
            process => Http.GetStringAsync(new Uri(process.Address, "/notes/subscribers"), TestContext.Current.CancellationToken)));
        return counts.Sum(static count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var process in _all)
        {
            await process.DisposeAsync();
        }
    }
}

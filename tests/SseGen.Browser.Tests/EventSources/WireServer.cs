using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;

namespace SseGen.Browser.Tests.EventSources;

/// <summary>A request for a stream.</summary>
/// <param name="Path">Which one.</param>
/// <param name="LastEventId">Its header <c>Last-Event-ID</c>.</param>
/// <param name="At">When it came.</param>
internal sealed record StreamRequest(string Path, string? LastEventId, long At);

/// <summary>The server of <see cref="WireEndpoints"/>, with the page that the browser needs, and a door that can be shut.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<HttpContext, bool> _open = new();
    private LiveServer? _server;
    private TaskCompletionSource _door = Opened();

    /// <summary>What has been asked for, by all clients.</summary>
    public ConcurrentQueue<StreamRequest> Requests { get; } = new();

    public IServiceProvider Services => _server!.Services;

    public static async Task<WireServer> StartAsync(Action<EventStreamOptions>? configure = null, int port = 0)
    {
        var server = new WireServer();
        server._server = await LiveServer.StartAsync(
            builder =>
            {
                builder.Services
                    .AddEventStreams(options =>
                    {
                        // Soon, unless the test is about the time.
                        options.Retry = TimeSpan.FromMilliseconds(20);
                        options.ReconnectSpread = new TimeSpanRange(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40));
                        configure?.Invoke(options);
                    })
                    .AddTopic<Deal>("deals", topic => topic.Capacity = 3);
                builder.Services.AddSingleton<Cue>();
            },
            app =>
            {
                app.Use(server.PassAsync);
                app.MapGet("/", () => Results.Content("<!doctype html><title>EventSource</title>", "text/html"));
                app.MapGet("/recorder.mjs", () => Results.File(Path.Combine(NodeClient.Folder, "recorder.mjs"), "text/javascript"));
                app.MapEventStreams();
            },
            port);
        return server;
    }

    public Uri AddressOf(string path) => new(_server!.Http1Address, path);

    public Task<SseReader> OpenAsync(string path) => _server!.OpenAsync(path);

    /// <summary>From now on requests wait outside.</summary>
    public void ShutDoor() => Volatile.Write(ref _door, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Lets the requests in that wait.</summary>
    public void OpenDoor() => Volatile.Read(ref _door).SetResult();

    /// <summary>Breaks all connections that are open, as a network does.</summary>
    public void CutConnections()
    {
        foreach (var (context, _) in _open)
        {
            context.Abort();
        }
    }

    public Task StopAsync() => _server!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Volatile.Read(ref _door).TrySetResult();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Headers.Accept.Contains("text/event-stream"))
        {
            await next(context);
            return;
        }

        string? lastEventId = context.Request.Headers["Last-Event-ID"];
        Requests.Enqueue(new StreamRequest(context.Request.Path, lastEventId, Stopwatch.GetTimestamp()));
        await Volatile.Read(ref _door).Task.WaitAsync(context.RequestAborted);
        _open[context] = true;
        try
        {
            await next(context);
        }
        finally
        {
            _open.TryRemove(context, out _);
        }
    }

    private static TaskCompletionSource Opened()
    {
        var door = new TaskCompletionSource();
        door.SetResult();
        return door;
    }
}

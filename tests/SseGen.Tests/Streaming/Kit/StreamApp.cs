using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SseGen.Streaming;
using SseGen.TestKit;

namespace SseGen.Tests.Streaming.Kit;

/// <summary>
/// An application with one event stream, at <c>/stream</c> unless its settings say otherwise, mapped as generated code maps it, on a real Kestrel. Its clock stands still
/// until the test turns it.
/// </summary>
internal sealed class StreamApp : IAsyncDisposable
{
    private readonly string _path;

    private StreamApp(LiveServer server, FakeTimeProvider time, string path)
    {
        _path = path;
        Server = server;
        Time = time;
    }

    public LiveServer Server { get; }

    public FakeTimeProvider Time { get; }

    public int OpenStreams => Server.Services.GetRequiredService<EventStreamServer>().OpenStreams.Count;

    public static async Task<StreamApp> StartAsync(
        Func<EventStreamContext, IAsyncEnumerable<Item>> handler,
        EventStreamAttribute? settings = null,
        Action<EventStreamOptions>? options = null,
        Action<WebApplicationBuilder>? services = null,
        Action<WebApplication>? pipeline = null)
    {
        var time = new FakeTimeProvider();
        settings ??= new EventStreamAttribute("/stream");
        var server = await LiveServer.StartAsync(
            builder =>
            {
                builder.Services.AddEventStreams(options ?? (_ => { }));
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                services?.Invoke(builder);
            },
            app =>
            {
                pipeline?.Invoke(app);
                Map(app, settings, handler);
            });
        return new StreamApp(server, time, settings.Pattern);
    }

    /// <summary>What the generator writes for one handler.</summary>
    public static void Map(WebApplication app, EventStreamAttribute settings, Func<EventStreamContext, IAsyncEnumerable<Item>> handler)
    {
        var endpoint = app.Services.GetRequiredService<EventStreamServer>().ForEndpoint(settings, settings.Pattern, "Tests.Handler");
        var formatter = new ItemFormatter();
        app.MapMethods(settings.Pattern, [settings.HttpMethod], async (HttpContext httpContext) =>
        {
            using var stream = endpoint.Open(httpContext);
            if (stream.IsRefused)
            {
                await stream.RefuseAsync();
                return;
            }

            await stream.RunAsync(handler(stream.Context), formatter);
        });
    }

    /// <summary>Opens the stream; its handler must have an event, or the clock must be turned, for the headers to come.</summary>
    public Task<SseReader> OpenAsync(string version = "1.1", string? lastEventId = null)
        => Server.OpenAsync(_path, version, lastEventId);

    /// <summary>Opens the stream of a handler that is quiet, by turning the clock past the commit window.</summary>
    public Task<SseReader> OpenQuietAsync(string version = "1.1") => TurnUntilAsync(OpenAsync(version), TimeSpan.FromMilliseconds(100));

    /// <summary>Turns the clock step by step until something has happened. For what sets its deadline only when it is waited for.</summary>
    public async Task<T> TurnUntilAsync<T>(Task<T> happened, TimeSpan step)
    {
        while (!happened.IsCompleted)
        {
            Time.Advance(step);
            await Task.WhenAny(happened, Task.Delay(5, TestContext.Current.CancellationToken));
        }

        return await happened;
    }

    /// <inheritdoc cref="TurnUntilAsync{T}"/>
    public Task TurnUntilAsync(Task happened, TimeSpan step) => TurnUntilAsync(Wrap(happened), step);

    /// <summary>The reason for which the stream has ended, out of the log.</summary>
    public async Task<string> EndReasonAsync()
    {
        var entry = await Server.Logs.FirstAsync(entry => entry.EventId.Name == "StreamEnded");
        return Enum.GetNames<EventStreamEnd>().Single(name => entry.Message.Contains(name + ",", StringComparison.Ordinal));
    }

    public Task NoStreamIsOpenAsync() => Bounded.Until(() => OpenStreams == 0);

    /// <summary>What has been logged as a problem.</summary>
    public IReadOnlyList<LogEntry> Problems => [.. Server.Logs.Entries.Where(entry => entry.Level >= LogLevel.Warning)];

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static async Task<bool> Wrap(Task task)
    {
        await task;
        return true;
    }
}

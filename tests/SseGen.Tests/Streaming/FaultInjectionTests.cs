using Microsoft.Extensions.Logging;
using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>
/// Everything that can happen to a stream, at each point at which it can happen, with handlers of each manner. Whatever it is: whole
/// events only, the handler's <c>finally</c> exactly once, no stream left open, no exception unobserved, and no error in the log
/// for what is none.
/// </summary>
public sealed class FaultInjectionTests : IDisposable
{
    private readonly List<string> _unobserved = [];

    public FaultInjectionTests() => TaskScheduler.UnobservedTaskException += OnUnobserved;

    public static TheoryData<string, Point, Happening, Manner> Matrix
    {
        get
        {
            var matrix = new TheoryData<string, Point, Happening, Manner>();
            foreach (var point in Enum.GetValues<Point>())
            {
                foreach (var happening in Enum.GetValues<Happening>())
                {
                    foreach (var manner in Enum.GetValues<Manner>().Where(manner => IsDifferent(point, happening, manner)))
                    {
                        matrix.Add("1.1", point, happening, manner);
                        matrix.Add("2.0", point, happening, manner);
                    }
                }
            }

            return matrix;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_stream_keeps_its_invariants(string version, Point point, Happening happening, Manner manner)
    {
        var handler = new ScriptedHandler(point, manner);
        await using var app = await StreamApp.StartAsync(handler.RunAsync, new("/stream") { MaxDurationSeconds = 1000, SendTimeoutSeconds = 0 });
        using var client = new ScriptedClient(app, version, point);
        await client.ReachAsync(handler);

        var stopping = await HappenAsync(happening, app, client, handler);
        await client.ReadToEndAsync(happening);
        handler.Release();
        await stopping;

        await handler.Finished;
        await app.NoStreamIsOpenAsync();
        Assert.Equal(1, handler.FinallyRuns);
        Assert.Equal(ExpectedErrors(happening), app.Server.Logs.Entries.Count(entry => entry.Level >= LogLevel.Error));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Empty(_unobserved);
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= OnUnobserved;

    /// <returns>What goes on while the client reads, and ends when the handler has come back.</returns>
    private static async Task<Task> HappenAsync(Happening happening, StreamApp app, ScriptedClient client, ScriptedHandler handler)
    {
        switch (happening)
        {
            case Happening.SourceThrows:
                handler.Continue(new InvalidOperationException("injected"));
                break;
            case Happening.SourceEnds:
                handler.Continue();
                break;
            case Happening.ClientVanishes:
                await client.VanishAsync();
                await handler.Token.Cancelled();
                break;
            case Happening.TimeIsUp:
                app.Time.Advance(TimeSpan.FromSeconds(1000));
                await app.TurnUntilAsync(handler.Token.Cancelled(), TimeSpan.FromMilliseconds(100));

                // The clock goes on: a handler that ignores its token is waited for, for a second.
                return app.TurnUntilAsync(handler.Finished, TimeSpan.FromMilliseconds(100));
            case Happening.HostStops:
                var stopping = app.Server.StopAsync();
                await handler.Token.Cancelled();
                return app.TurnUntilAsync(stopping, TimeSpan.FromMilliseconds(250));
        }

        return Task.CompletedTask;
    }

    /// <summary>A handler that comes back by itself has no manner, and a clean-up looks at no token.</summary>
    private static bool IsDifferent(Point point, Happening happening, Manner manner)
        => manner == Manner.Throws || (point != Point.CleanUp && happening is not (Happening.SourceThrows or Happening.SourceEnds));

    private static int ExpectedErrors(Happening happening) => happening == Happening.SourceThrows ? 1 : 0;

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs args)
    {
        if (args.Exception.ToString().Contains("SseGen.Streaming", StringComparison.Ordinal))
        {
            lock (_unobserved)
            {
                _unobserved.Add(args.Exception.ToString());
            }
        }
    }
}

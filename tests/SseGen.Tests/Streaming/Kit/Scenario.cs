using System.Net;
using System.Runtime.CompilerServices;
using SseGen.TestKit;

namespace SseGen.Tests.Streaming.Kit;

/// <summary>Where a stream stands when something happens to it.</summary>
public enum Point
{
    BeforeFirstEvent,
    Quiet,
    BetweenEvents,
    Burst,
    Backpressure,
    CleanUp,
}

/// <summary>What happens.</summary>
public enum Happening
{
    SourceThrows,
    SourceEnds,
    ClientVanishes,
    HostStops,
    TimeIsUp,
}

/// <summary>What the handler does when its token fires.</summary>
public enum Manner
{
    Throws,
    Returns,
    Ignores,
}

/// <summary>A handler that goes to a point and does there what it is told.</summary>
internal sealed class ScriptedHandler(Point point, Manner manner)
{
    // Far more than is ever sent before something happens; a test that goes wrong shall not fill the machine's memory.
    private readonly int _most = point == Point.Backpressure ? Backpressure.Events : 200_000;

    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _continue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _finallyRuns;

    public Task Arrived => _arrived.Task.Within("the handler to get to its point");

    public Task Finished => _finished.Task.Within("the handler's finally");

    public int FinallyRuns => Volatile.Read(ref _finallyRuns);

    public CancellationToken Token { get; private set; }

    /// <summary>The handler goes on from its point, or throws there.</summary>
    public void Continue(Exception? error = null)
    {
        if (error is null)
        {
            _continue.SetResult();
        }
        else
        {
            _continue.SetException(error);
        }
    }

    /// <summary>A handler that ignores its token comes back at last.</summary>
    public void Release() => _continue.TrySetResult();

    public IAsyncEnumerable<Item> RunAsync(EventStreamContext context) => RunAsync(context.CancellationToken);

    private async IAsyncEnumerable<Item> RunAsync([EnumeratorCancellation] CancellationToken token)
    {
        Token = token;
        try
        {
            if (point is Point.BetweenEvents or Point.Burst or Point.CleanUp)
            {
                yield return "first";
            }

            if (point is Point.Burst or Point.Backpressure)
            {
                Item item = point == Point.Burst ? "more" : Backpressure.Text;
                _arrived.SetResult();
                for (var i = 0; i < _most && !_continue.Task.IsCompleted && (manner == Manner.Ignores || !token.IsCancellationRequested); i++)
                {
                    yield return item;
                }
            }

            if (point != Point.CleanUp)
            {
                _arrived.TrySetResult();
                await WaitAsync(token);
            }
        }
        finally
        {
            if (point == Point.CleanUp)
            {
                _arrived.SetResult();
                await _continue.Task.ContinueWith(_ => { }, TaskScheduler.Default);
            }

            Interlocked.Increment(ref _finallyRuns);
            _finished.SetResult();
        }

        if (point == Point.CleanUp)
        {
            await _continue.Task;
        }
    }

    private async Task WaitAsync(CancellationToken token)
    {
        try
        {
            await _continue.Task.WaitAsync(manner == Manner.Ignores ? CancellationToken.None : token);
        }
        catch (OperationCanceledException) when (manner == Manner.Returns)
        {
        }
    }
}

/// <summary>A client that reads, strictly, up to a point, and then to the end.</summary>
internal sealed class ScriptedClient(StreamApp app, string version, Point point) : IDisposable
{
    private readonly HttpClient _http = app.Server.Client(version);
    private readonly CancellationTokenSource _gone = new();
    private Task<HttpResponseMessage>? _response;
    private SseReader? _reader;

    /// <summary>Asks for the stream, and goes on until handler and client are where they should be.</summary>
    public async Task ReachAsync(ScriptedHandler handler)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/stream") { Version = _http.DefaultRequestVersion, VersionPolicy = _http.DefaultVersionPolicy };
        _response = _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _gone.Token);
        if (point is Point.Quiet)
        {
            await app.TurnUntilAsync(_response, TimeSpan.FromMilliseconds(100));
        }

        if (point is Point.BetweenEvents or Point.Burst or Point.CleanUp)
        {
            Assert.Equal("first", (await (await ReaderAsync()).NextAsync()).Data);
        }

        await handler.Arrived;
    }

    /// <summary>Reads what comes, and looks whether it ends as it must.</summary>
    public async Task ReadToEndAsync(Happening happening)
    {
        if (happening == Happening.ClientVanishes)
        {
            return;
        }

        using var response = await _response!.Within("the response");
        if (happening == Happening.SourceThrows && point == Point.BeforeFirstEvent)
        {
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            return;
        }

        var frames = await (await ReaderAsync()).ReadToEndAsync();
        switch (happening)
        {
            case Happening.SourceThrows:
                Assert.Equal("stream-error", frames[^1].EventType);
                break;
            case Happening.HostStops:
                Frames.IsFarewell(frames[^1]);
                break;
            case Happening.TimeIsUp:
                Frames.IsSpread(frames[^1].Retry);
                break;
            case Happening.SourceEnds:
                Assert.DoesNotContain(frames, frame => frame.Retry is not null || frame.EventType is not null);
                break;
        }
    }

    /// <summary>Goes away: HTTP/1.1 closes the connection, HTTP/2 resets the stream.</summary>
    public async Task VanishAsync()
    {
        await _gone.CancelAsync();
        if (_reader is not null)
        {
            await _reader.DisposeAsync();
        }
        else
        {
            await GiveUpResponseAsync();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _gone.Dispose();
    }

    /// <summary>Its headers may have come just before it was given up.</summary>
    private async Task GiveUpResponseAsync()
    {
        try
        {
            (await _response!.Within("the response")).Dispose();
        }
        catch (OperationCanceledException)
        {
            // It was given up in time.
        }
    }

    private async Task<SseReader> ReaderAsync() => _reader ??= await SseReader.OfAsync(await _response!.Within("the response"));
}

using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using SseGen.EndToEnd.Tests.Endpoints;

namespace SseGen.EndToEnd.Tests.Shapes;

/// <summary>Handlers that return something else than their events.</summary>
public static class ShapeEndpoints
{
    [EventStream("/shapes/decided/{what}")]
    public static async Task<EventStreamResult<int>> Decided(string what)
    {
        await Task.Yield();
        return what switch
        {
            "stream" => EventStreamResult.Stream(Sequence.Of(1, 2)),
            "reject" => EventStreamResult.Reject(Results.Text("rejected", statusCode: StatusCodes.Status418ImATeapot)),
            "accepted" => TypedResults.Accepted("/later"),
            "accepted-at" => TypedResults.AcceptedAtRoute(),
            "bad" => TypedResults.BadRequest(),
            "bad-text" => TypedResults.BadRequest("bad"),
            "challenge" => TypedResults.Challenge(),
            "conflict" => TypedResults.Conflict(),
            "conflict-text" => TypedResults.Conflict("conflict"),
            "content" => TypedResults.Content("content"),
            "created" => TypedResults.Created(),
            "created-at" => TypedResults.CreatedAtRoute(),
            "empty" => TypedResults.Empty,
            "forbid" => TypedResults.Forbid(),
            "failed" => TypedResults.InternalServerError(),
            "failed-text" => TypedResults.InternalServerError("failed"),
            "nothing" => TypedResults.NoContent(),
            "missing" => TypedResults.NotFound(),
            "missing-text" => TypedResults.NotFound("missing"),
            "ok" => TypedResults.Ok(),
            "problem" => TypedResults.Problem("too much", statusCode: StatusCodes.Status413PayloadTooLarge),
            "redirect" => TypedResults.Redirect("/elsewhere"),
            "status" => TypedResults.StatusCode(StatusCodes.Status410Gone),
            "unauthorized" => TypedResults.Unauthorized(),
            "unprocessable" => TypedResults.UnprocessableEntity(),
            "unprocessable-text" => TypedResults.UnprocessableEntity("wrong"),
            "bytes" => TypedResults.Text("bytes"u8),
            "invalid" => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["what"] = ["no"] }),
            _ => throw new BadHttpRequestException("Nothing is called so.", StatusCodes.Status422UnprocessableEntity),
        };
    }

    [EventStream("/shapes/decided-value")]
    public static ValueTask<EventStreamResult<int>> DecidedValue(bool missing = false) =>
        new(missing ? TypedResults.NotFound() : EventStreamResult.Stream(Sequence.Of(3)));

    [EventStream("/shapes/channel")]
    public static ChannelReader<int> Channel(ShapeState state) => state.Channel.Reader;

    [EventStream("/shapes/channel-later")]
    public static async Task<ChannelReader<int>> ChannelLater(ShapeState state)
    {
        await Task.Yield();
        return state.Channel.Reader;
    }

    [EventStream("/shapes/channel-of-token")]
    public static ChannelReader<int> ChannelOfToken(ShapeState state, CancellationToken cancellationToken)
    {
        cancellationToken.Register(() => state.Channel.Writer.TryComplete(new OperationCanceledException(cancellationToken)));
        return state.Channel.Reader;
    }

    [EventStream("/shapes/threads")]
    public static Task Threads(EventStreamWriter<string> writer, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(
            async () =>
            {
                for (var i = 0; i < 250; i++)
                {
                    await writer.WriteAsync($"{thread}:{i}", cancellationToken);
                }
            },
            cancellationToken)));

    [EventStream("/shapes/push-fails")]
    public static async ValueTask PushFails(EventStreamWriter<int> writer, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(1, cancellationToken);
        await writer.WriteAsync(2, cancellationToken);
        throw new InvalidOperationException("The handler fails.");
    }

    [EventStream("/shapes/push-fails-first")]
    public static async Task PushFailsFirst(EventStreamWriter<int> writer)
    {
        await Task.Yield();
        ArgumentNullException.ThrowIfNull(writer);
        throw new BadHttpRequestException("The handler fails at once.", StatusCodes.Status422UnprocessableEntity);
    }

    [EventStream("/shapes/push-late")]
    public static async Task PushLate(EventStreamWriter<int> writer, ShapeState state, CancellationToken cancellationToken)
    {
        state.Writer = writer;
        await writer.WriteAsync(1, cancellationToken);
    }

    [EventStream("/shapes/push-endless")]
    public static async Task PushEndless(EventStreamWriter<int> writer, ShapeState state, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await writer.WriteAsync(i, cancellationToken);
            }
        }
        finally
        {
            state.Left.TrySetResult();
        }
    }
}

/// <summary>One instance for each stream, disposed of with it.</summary>
public sealed class CountedEndpoints : IDisposable
{
    private readonly ShapeState _state;

    public CountedEndpoints(ShapeState state)
    {
        _state = state;
        Interlocked.Increment(ref state.Made);
    }

    [EventStream("/shapes/counted")]
    public async IAsyncEnumerable<bool> Counted()
    {
        await Task.Yield();
        yield return _state.Disposed < _state.Made;
    }

    public void Dispose()
    {
        if (Interlocked.Increment(ref _state.Disposed) == _state.Expected)
        {
            _state.AllDisposed.TrySetResult();
        }
    }
}

/// <summary>What handlers and tests share.</summary>
public sealed class ShapeState
{
    internal int Made;
    internal int Disposed;

    public Channel<int> Channel { get; } = System.Threading.Channels.Channel.CreateUnbounded<int>();

    public EventStreamWriter<int>? Writer { get; set; }

    public TaskCompletionSource Left { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Expected { get; set; }

    public TaskCompletionSource AllDisposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using Microsoft.AspNetCore.Http;

namespace SseGen;

/// <summary>Makes results of handlers that decide first: a stream, or an ordinary response instead of it.</summary>
/// <seealso cref="EventStreamResult{T}"/>
public static class EventStreamResult
{
    /// <summary>The request gets the stream.</summary>
    /// <param name="events">The events.</param>
    public static EventStreamResult<T> Stream<T>(IAsyncEnumerable<T> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return new EventStreamResult<T>(events);
    }

    /// <summary>The request gets an ordinary response. For results that do not convert by themselves: those behind an interface.</summary>
    /// <param name="result">The response.</param>
    public static EventStreamRejection Reject(IResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new EventStreamRejection(result);
    }
}

/// <summary>An ordinary response in the place of a stream; converts to the result of any handler.</summary>
public readonly struct EventStreamRejection
{
    internal EventStreamRejection(IResult result) => Result = result;

    internal IResult Result { get; }
}

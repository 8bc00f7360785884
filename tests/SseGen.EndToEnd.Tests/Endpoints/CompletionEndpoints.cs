namespace SseGen.EndToEnd.Tests.Endpoints;

/// <summary>A stream that ends, and counts on from the last number its client has seen.</summary>
public static class CompletionEndpoints
{
    [EventStream("/count-to-three", CompletionEventType = "complete")]
    public static async IAsyncEnumerable<Counted> CountToThree([LastEventId] int? last)
    {
        for (var number = (last ?? 0) + 1; number <= 3; number++)
        {
            await Task.Yield();
            yield return new Counted(number);
        }
    }
}

public sealed record Counted([property: EventId] int Number);

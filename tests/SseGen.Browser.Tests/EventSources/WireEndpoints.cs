using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace SseGen.Browser.Tests.EventSources;

public sealed record Deal(string Symbol, int Price);

/// <summary>Lets a quiet handler say something.</summary>
public sealed class Cue
{
    private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Given => _given.Task;

    public void Give() => _given.SetResult();
}

/// <summary>Streams with one thing each that a client has to understand.</summary>
public static class WireEndpoints
{
    /// <summary>Text that a careless server or client would tear apart.</summary>
    public static readonly string[] Texts =
    [
        "plain", "two\nlines", "\nblank\n\nlines\n", "carriage\rreturn\r\nand both", " leading space", ": colon", "data: field", "id: 7",
        "\u2028 and \u0085 are text", "Grüße, 世界, \U0001F600", "{\"json\":\"as it is\"}",
    ];

    [EventStream("/texts")]
    public static async IAsyncEnumerable<SseItem<string>> TextsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<string>("named", "greeting") { EventId = "first" };
        foreach (var text in Texts)
        {
            yield return new SseItem<string>(text);
        }

        yield return new SseItem<string>("numbered") { EventId = "last" };
        yield return new SseItem<string>("forgets") { EventId = "" };
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    [EventStream("/quiet", HeartbeatSeconds = 0.02)]
    public static async IAsyncEnumerable<string> QuietAsync(Cue cue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await cue.Given.WaitAsync(cancellationToken);
        yield return "at last";
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <summary>One number for each connection: the one after the last that the client has seen.</summary>
    [EventStream("/next")]
    public static async IAsyncEnumerable<SseItem<int>> NextAsync([LastEventId] int? last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Number((last ?? 0) + 1);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    [EventStream("/next/patient", RetryMilliseconds = 4000)]
    public static async IAsyncEnumerable<SseItem<int>> PatientAsync([LastEventId] int? last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.WaitAsync(cancellationToken);
        yield return Number((last ?? 0) + 1);
    }

    [EventStream("/job", CompletionEventType = "done")]
    public static async IAsyncEnumerable<SseItem<int>> JobAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var step = 1; step <= 3; step++)
        {
            await Task.CompletedTask.WaitAsync(cancellationToken);
            yield return Number(step);
        }
    }

    [EventStream("/broken")]
    public static async IAsyncEnumerable<SseItem<int>> BrokenAsync([LastEventId] int? last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Number((last ?? 0) + 1);
        if (last is null)
        {
            throw new InvalidOperationException("none of the client's business");
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    [EventStream("/deals", EventType = "deal")]
    public static IAsyncEnumerable<Deal> Deals(EventTopic<Deal> topic, EventStreamContext context) => topic.Subscribe(context);

    private static SseItem<int> Number(int number) => new(number) { EventId = $"{number}" };
}

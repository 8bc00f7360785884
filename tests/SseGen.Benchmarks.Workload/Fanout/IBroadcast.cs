using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Fanout;

/// <summary>One publisher's way to all subscribers.</summary>
public interface IBroadcast
{
    /// <summary>Hands <paramref name="tick"/> to everybody who has subscribed.</summary>
    ValueTask PublishAsync(Tick tick, CancellationToken cancellationToken);
}

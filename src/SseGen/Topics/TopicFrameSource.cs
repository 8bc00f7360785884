using System.Runtime.CompilerServices;
using SseGen.Framing;
using SseGen.Streaming;

namespace SseGen.Topics;

/// <summary>A subscription on its way into a response: frames are copied as the topic has them, many at a time when many are there.</summary>
internal sealed class TopicFrameSource<T>(
    OpenSubscription<T> subscription,
    StreamSignal signal,
    Func<TopicEntry, bool>? filter,
    Action<EventGap>? onGap,
    byte[] typeLine,
    int batchSize,
    int capacity,
    CancellationToken cancellationToken) : FrameSource
{
    private ConfiguredValueTaskAwaitable<TopicSubscriber?>.ConfiguredValueTaskAwaiter _joining;
    private TopicSubscriber? _subscriber;
    private bool _hasCaughtUp;
    private bool _hasLagged;
    private TopicEntry? _lastPassedOver;
    private int _passedOver;

    public override Pull MoveNext()
    {
        if (_subscriber is not { } subscriber)
        {
            return Join();
        }

        if (_hasLagged)
        {
            return Pull.End;
        }

        // One that has caught up waits for the others, or for the end of the window, whatever has come since.
        if (subscriber.HasMore && (!_hasCaughtUp || subscriber.IsEnded))
        {
            return Pull.Item;
        }

        if (!subscriber.IsEnded)
        {
            return subscriber.BeginWait() ? Pull.Pending : Pull.Item;
        }

        subscription.OnEnded();
        return Pull.End;
    }

    public override Pull EndMove()
    {
        if (_subscriber is not null)
        {
            return Pull.Item;
        }

        _subscriber = _joining.GetResult();
        _joining = default;
        return _subscriber is null ? Pull.End : MoveNext();
    }

    public override int WriteCurrent(EventBuffer buffer, long enough)
    {
        var subscriber = _subscriber!;
        var (events, bytes) = (0, 0);
        _hasCaughtUp = false;
        while (bytes < batchSize)
        {
            if (filter is null && subscriber.ReadBatch(typeLine, batchSize - bytes) is { } batch)
            {
                buffer.WriteShared(batch.Frames);
                bytes += batch.Frames.Length;
                events += batch.Count;
                if (batch.IsAll)
                {
                    // What has come since it was put together is for the next round, as for everybody else.
                    _hasCaughtUp = true;
                    break;
                }

                continue;
            }

            switch (subscriber.Read(out var entry))
            {
                case TopicRead.Event when filter is null || filter(entry!):
                    bytes += WriteEvent(buffer, entry!);
                    events++;
                    _passedOver = 0;
                    continue;
                case TopicRead.Event:
                    _lastPassedOver = entry;
                    _passedOver++;
                    continue;
                case TopicRead.Gap:
                    events += WriteGap(buffer, subscriber);
                    continue;
                case TopicRead.Lagged:
                    _hasLagged = true;
                    subscription.OnLagged();
                    break;
                default:
                    _hasCaughtUp = true;
                    break;
            }

            break;
        }

        WritePlace(buffer);
        subscriber.Release();
        return events;
    }

    public override ValueTask DisposeAsync()
    {
        subscription.Leave();
        return ValueTask.CompletedTask;
    }

    private Pull Join() =>
        signal.Watch(subscription.JoinAsync(new PumpWaiter(signal), cancellationToken), out _joining) ? Pull.Pending : EndMove();

    private int WriteEvent(EventBuffer buffer, TopicEntry entry)
    {
        var writer = new Utf8EventWriter(buffer);
        if (entry.Takes(typeLine))
        {
            writer.WriteRaw(entry.IdLine);
            writer.WriteRaw(typeLine);
            writer.WriteRaw(entry.AfterId);
        }
        else
        {
            writer.WriteRaw(entry.Frame);
        }

        var length = writer.Written.Length;
        writer.Complete();
        return length;
    }

    private int WriteGap(EventBuffer buffer, TopicSubscriber subscriber)
    {
        subscription.OnGap();
        var gap = subscriber.TakeGap();
        if (onGap is not null)
        {
            onGap(gap);
            return 0;
        }

        buffer.WriteShared(GapFrame.Create(gap));
        return 1;
    }

    /// <summary>
    /// A client that is sent nothing for a long time, because nothing concerns it, would return with an id that is no longer kept. A bare
    /// <c>id:</c> moves it on; a browser raises no event for it.
    /// </summary>
    private void WritePlace(EventBuffer buffer)
    {
        if (_passedOver <= capacity / 4)
        {
            return;
        }

        _passedOver = 0;
        var writer = new Utf8EventWriter(buffer);
        writer.WriteRaw(_lastPassedOver!.IdLine);
        writer.WriteRaw("\n"u8);
        writer.Complete();
    }
}

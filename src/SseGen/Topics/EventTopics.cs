using System.Collections.Concurrent;
using SseGen.Topics;

namespace SseGen;

/// <summary>
/// A topic per key: rooms, documents, users. Register it with <c>AddEventStreams().AddTopics&lt;TKey, T&gt;("name")</c> and have it
/// injected. A key's topic comes to life when it is used, and is forgotten with its events when it has been idle for
/// <see cref="EventTopicOptions.IdleTimeout"/>.
/// </summary>
/// <typeparam name="TKey">The key; with an engine, its text in the invariant culture tells topics apart.</typeparam>
/// <typeparam name="T">What is published.</typeparam>
public sealed class EventTopics<TKey, T> : IDisposable, IAsyncDisposable
    where TKey : notnull
{
    private readonly TopicShared<T> _shared;
    private readonly ConcurrentDictionary<TKey, TopicCore<T>> _cores = new();
    private readonly ITimer _sweeper;

    internal EventTopics(TopicShared<T> shared)
    {
        _shared = shared;
        var interval = shared.Options.IdleTimeout / 2;
        _sweeper = shared.TimeProvider.CreateTimer(static state => ((EventTopics<TKey, T>)state!).Sweep(), this, interval, interval);
    }

    /// <summary>The name it was registered with.</summary>
    public string Name => _shared.Name;

    /// <summary>The keys whose topics are alive in this process at present.</summary>
    public IReadOnlyCollection<TKey> ActiveKeys => (IReadOnlyCollection<TKey>)_cores.Keys;

    /// <summary>The topic of a key. Costs nothing until something is published or subscribed; may be kept.</summary>
    public EventTopic<T> this[TKey key]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(key);
            return new KeyedTopic(this, key);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweeper.Dispose();
        foreach (var core in _cores.Values)
        {
            core.Log.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sweeper.DisposeAsync();
        foreach (var core in _cores.Values)
        {
            await core.DisposeAsync();
        }
    }

    private TopicCore<T> Core(TKey key)
    {
        if (_cores.TryGetValue(key, out var core))
        {
            if (!core.Log.IsRetired)
            {
                return core;
            }

            Forget(new KeyValuePair<TKey, TopicCore<T>>(key, core));
        }

        // Of several that are made at the same time one wins; the others are never used.
        return _cores.GetOrAdd(key, new TopicCore<T>(_shared, key));
    }

    private void Sweep()
    {
        foreach (var entry in _cores)
        {
            // Retired first, under the lock that every use takes; who comes too late looks the key up again.
            if (entry.Value.Log.TryRetire(_shared.Options.IdleTimeout))
            {
                Forget(entry);
            }
        }
    }

    private void Forget(KeyValuePair<TKey, TopicCore<T>> entry)
    {
        if (_cores.TryRemove(entry))
        {
            // An engine may take its time to let go of the topic, which is nobody's concern.
            _ = entry.Value.DisposeAsync().AsTask();
        }
    }

    private sealed class KeyedTopic(EventTopics<TKey, T> topics, TKey key) : EventTopic<T>(topics._shared)
    {
        internal override TopicCore<T> Core() => topics.Core(key);

        internal override TopicCore<T>? FindCore() => topics._cores.GetValueOrDefault(key);
    }
}

using Showcase.Metrics;

namespace Showcase.Activity;

/// <summary>What has happened lately in this process, and what happens next.</summary>
public sealed class ActivityFeed
{
    /// <summary>How many entries are kept for readers that arrive or come back.</summary>
    private const int Kept = 50;

    private readonly Lock _lock = new();
    private readonly SampleClock _clock;
    private readonly SampleLog<ActivityEntry> _entries = new(Kept);

    /// <summary>Creates an empty feed.</summary>
    public ActivityFeed(TimeProvider time) => _clock = new SampleClock(time);

    /// <summary>Adds an entry.</summary>
    public void Add(string kind, string title, string detail)
    {
        // Numbers and their order in the log must agree: both are made under one lock.
        lock (_lock)
        {
            var (sequence, at) = _clock.Next();
            _entries.Append(new ActivityEntry(sequence, at, kind, title, detail));
        }
    }

    /// <summary>Reads the entries after a place, those kept first, and then each new one, without end.</summary>
    public IAsyncEnumerable<ActivityEntry> ReadAsync(long after, CancellationToken cancellationToken) => _entries.ReadAsync(after, cancellationToken);
}

using Microsoft.Extensions.Logging;

namespace SseGen.TestKit;

/// <summary>One line of log.</summary>
public sealed record LogEntry(string Category, LogLevel Level, EventId EventId, string Message, Exception? Exception);

/// <summary>Keeps what an application logs, for a test to look at or to wait for.</summary>
public sealed class CapturedLogs : ILoggerProvider
{
    private readonly Lock _lock = new();
    private readonly List<LogEntry> _entries = [];
    private readonly List<(Func<LogEntry, bool> Matches, TaskCompletionSource<LogEntry> Found)> _waiting = [];

    /// <summary>All entries so far.</summary>
    public IReadOnlyList<LogEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>The entries of SseGen itself.</summary>
    public IReadOnlyList<LogEntry> OfSseGen =>
        [.. Entries.Where(entry => entry.Category.StartsWith("SseGen", StringComparison.Ordinal))];

    /// <summary>The first entry that fits, which may be still to come.</summary>
    public Task<LogEntry> FirstAsync(Func<LogEntry, bool> matches)
    {
        lock (_lock)
        {
            if (_entries.Find(entry => matches(entry)) is { } entry)
            {
                return Task.FromResult(entry);
            }

            var found = new TaskCompletionSource<LogEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((matches, found));
            return found.Task.Within("a log entry");
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(LogEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
            foreach (var (_, found) in _waiting.Where(one => one.Matches(entry)))
            {
                found.TrySetResult(entry);
            }
        }
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Add(new LogEntry(category, logLevel, eventId, formatter(state, exception), exception));
    }
}

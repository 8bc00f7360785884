using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SseGen.Tests.Streaming.Kit;

/// <summary>
/// Keeps the errors that nobody has asked for, and counts the others: with hundreds of injected faults a second, a log that keeps
/// them all would itself be the leak that a soak test looks for.
/// </summary>
internal sealed class UnexpectedErrors(Func<Exception?, bool> isInjected) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _entries = new();
    private long _injected;

    public IReadOnlyCollection<string> Entries => _entries;

    public long Injected => Interlocked.Read(ref _injected);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Error or LogLevel.Critical;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        if (isInjected(exception))
        {
            Interlocked.Increment(ref _injected);
        }
        else
        {
            _entries.Enqueue($"{eventId}: {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}

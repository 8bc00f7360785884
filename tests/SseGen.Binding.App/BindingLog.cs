namespace SseGen.Binding.App;

/// <summary>Keeps what is logged while a request is bound, and sends it along as headers of the response.</summary>
public sealed class BindingLog : ILoggerProvider
{
    private const string Reference = "Microsoft.AspNetCore.Http.RequestDelegateFactory";
    private const string Own = "SseGen.Binding";

    private readonly AsyncLocal<List<string>?> _entries = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, isBinding: categoryName is Reference or Own);

    public void Dispose()
    {
    }

    /// <summary>The middleware.</summary>
    public Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var entries = _entries.Value = [];
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Log"] = entries.Select(Uri.EscapeDataString).ToArray();
            return Task.CompletedTask;
        });
        return next(context);
    }

    private sealed class Logger(BindingLog log, bool isBinding) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isBinding;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (isBinding)
            {
                log._entries.Value?.Add($"{logLevel} {eventId.Id} {eventId.Name}: {formatter(state, exception)} / {exception?.GetType().Name}");
            }
        }
    }
}

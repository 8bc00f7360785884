using System.Threading.Channels;
using Rx;

namespace Acme.Bridges;

public sealed record Alarm(string Name, int Level);
public sealed record Session(CancellationToken Token, string User);

public sealed class AlarmHub : BackgroundService
{
    private readonly List<Channel<Alarm>> _listeners = [];

    public event EventHandler<Alarm>? Raised;

    public IReadOnlyList<Alarm> Current => [];

    public ChannelReader<Alarm> Listen(out IDisposable registration) { registration = null!; return null!; }

    public ValueTask<Alarm> NextAsync(CancellationToken cancellationToken = default) => default;

    public IAsyncEnumerable<Alarm> ReadAsync(CancellationToken cancellationToken = default) => null!;

    public void Add(Channel<Alarm> listener) => _listeners.Add(listener);

    public void Remove(Channel<Alarm> listener) => _listeners.Remove(listener);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(1000);
            Raised?.Invoke(this, new Alarm("fire", 1));
        }
    }
}

public sealed class AlarmEndpoints(AlarmHub hub, IHostApplicationLifetime lifetime, ILogger<AlarmEndpoints> logger) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private Session? _session;
    private CancellationToken _token;

    [EventStream("/alarms")]
    public async IAsyncEnumerable<Alarm> Listened([EnumeratorCancellation] CancellationToken ct)
    {
        var alarms = hub.Listen(out var registration);
        using (registration)
        {
            await foreach (var alarm in alarms.ReadAllAsync(ct))
                yield return alarm;
        }
    }

    [EventStream("/alarms/added")]
    public async IAsyncEnumerable<Alarm> Added([EnumeratorCancellation] CancellationToken ct)
    {
        var inbox = Channel.CreateBounded<Alarm>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });
        hub.Add(inbox);
        try
        {
            await foreach (var alarm in inbox.Reader.ReadAllAsync(ct).ConfigureAwait(false))
                yield return alarm;
        }
        finally
        {
            hub.Remove(inbox);
        }
    }

    [EventStream("/alarms/next")]
    public async IAsyncEnumerable<Alarm> Next(EventStreamContext context)
    {
        foreach (var alarm in hub.Current)
            yield return alarm;
        while (true)
            yield return await hub.NextAsync(context.Stopping);
    }

    [EventStream("/alarms/next/both")]
    public async IAsyncEnumerable<Alarm> NextBoth([EnumeratorCancellation] CancellationToken ct)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping, _closing.Token);
        var token = linked.Token;
        while (!token.IsCancellationRequested)
        {
            Alarm alarm;
            try
            {
                alarm = await hub.NextAsync(token);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            yield return alarm;
        }
    }

    [EventStream("/alarms/next/caught")]
    public async IAsyncEnumerable<Alarm> NextCaught([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Alarm? alarm = null;
            try
            {
                alarm = await hub.NextAsync(ct);
            }
            catch (OperationCanceledException) // SSE105
            {
                logger.LogDebug("Nothing came");
            }

            if (alarm is not null)
                yield return alarm;
        }
    }

    [EventStream("/alarms/next/conditional")]
    public async IAsyncEnumerable<Alarm> NextConditional([EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            Alarm? alarm = null;
            try
            {
                alarm = await hub.NextAsync(ct);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The hub failed");
            }

            if (alarm is not null)
                yield return alarm;
        }
    }

    [EventStream("/alarms/closing")]
    public async IAsyncEnumerable<Alarm> Closing([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var alarm in hub.ReadAsync(_closing.Token)) // SSE104
            yield return alarm;
    }

    [EventStream("/alarms/field")]
    public async IAsyncEnumerable<Alarm> Field([EnumeratorCancellation] CancellationToken ct)
    {
        _token = ct;
        while (true)
            yield return await NextFromFieldAsync();
    }

    private async Task<Alarm> NextFromFieldAsync() => await hub.NextAsync(_token);

    [EventStream("/alarms/session")]
    public async IAsyncEnumerable<Alarm> InSession(EventStreamContext context)
    {
        _session = new Session(context.CancellationToken, context.User.Identity?.Name ?? "");
        var (token, user) = _session;
        logger.LogInformation("{User} listens", user);
        while (!_session.Token.IsCancellationRequested)
            yield return await hub.NextAsync(token);
    }

    [EventStream("/alarms/tuple")]
    public async IAsyncEnumerable<Alarm> Tuple([EnumeratorCancellation] CancellationToken ct)
    {
        var settings = (Level: 3, Token: ct);
        await foreach (var alarm in hub.ReadAsync(settings.Token))
        {
            if (alarm.Level >= settings.Level)
                yield return alarm;
        }
    }

    [EventStream("/alarms/chain")]
    public IAsyncEnumerable<Alarm> Chain(int level, CancellationToken ct) => FilterAsync(level, ct);

    private IAsyncEnumerable<Alarm> FilterAsync(int level, CancellationToken ct) => WhereAsync(alarm => alarm.Level >= level, ct);

    private async IAsyncEnumerable<Alarm> WhereAsync(Func<Alarm, bool> isWanted, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            foreach (var alarm in hub.Current)
            {
                if (isWanted(alarm))
                    yield return alarm;
            }

            await Task.Yield();
        }
    }

    [EventStream("/alarms/timer")]
    public async IAsyncEnumerable<int> Counted([EnumeratorCancellation] CancellationToken ct)
    {
        var counts = Channel.CreateUnbounded<int>();
        var timer = new System.Timers.Timer(1000); // SSE108
        timer.Elapsed += (_, _) => counts.Writer.TryWrite(hub.Current.Count);
        timer.Start();
        await foreach (var count in counts.Reader.ReadAllAsync(ct))
            yield return count;
        timer.Stop();
    }

    [EventStream("/alarms/timer/stopped")]
    public async IAsyncEnumerable<int> CountedAndStopped([EnumeratorCancellation] CancellationToken ct)
    {
        var counts = Channel.CreateUnbounded<int>();
        var timer = new Timer(_ => counts.Writer.TryWrite(hub.Current.Count), null, 0, 1000);
        try
        {
            await foreach (var count in counts.Reader.ReadAllAsync(ct))
                yield return count;
        }
        finally
        {
            timer.Change(Timeout.Infinite, Timeout.Infinite);
            await timer.DisposeAsync();
        }
    }

    [EventStream("/alarms/raised")]
    public async IAsyncEnumerable<Alarm> Raised([EnumeratorCancellation] CancellationToken ct)
    {
        var raised = new TaskCompletionSource<Alarm>(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnRaised(object? sender, Alarm alarm) => raised.TrySetResult(alarm);
        hub.Raised += OnRaised;
        using var detach = new Detach(() => hub.Raised -= OnRaised);
        while (true)
        {
            yield return await raised.Task.WaitAsync(ct);
            raised = new TaskCompletionSource<Alarm>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    [EventStream("/alarms/raised/unguarded")]
    public async IAsyncEnumerable<Alarm> RaisedUnguarded([EnumeratorCancellation] CancellationToken ct)
    {
        var raised = new TaskCompletionSource<Alarm>(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnRaised(object? sender, Alarm alarm) => raised.TrySetResult(alarm);
        hub.Raised += OnRaised;
        try
        {
            while (true) // SSE103
            {
                yield return await raised.Task;
                raised = new TaskCompletionSource<Alarm>(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
        finally
        {
            hub.Raised -= OnRaised;
        }
    }

    [EventStream("/alarms/raised/raced")]
    public async IAsyncEnumerable<Alarm> RaisedRaced([EnumeratorCancellation] CancellationToken ct)
    {
        var gone = Task.Delay(Timeout.Infinite, ct);
        while (true)
        {
            var next = hub.NextAsync(CancellationToken.None).AsTask();
            if (await Task.WhenAny(next, gone) == gone)
                yield break;
            yield return await next;
        }
    }

    [EventStream("/alarms/rx")]
    public async IAsyncEnumerable<Alarm> Reactive(IObservable<Alarm> alarms, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var alarm in alarms.ToAsyncEnumerable().WithCancellation(ct))
            yield return alarm;
    }

    [EventStream("/alarms/rx/lost")]
    public async IAsyncEnumerable<Alarm> ReactiveLost(IObservable<Alarm> alarms, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var alarm in alarms.ToAsyncEnumerable()) // SSE104
            yield return alarm;
    }

    public void Dispose() => _closing.Cancel();

    private sealed class Detach(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}

using System.Data;
using System.Threading.Channels;
using Ef;
using Npgsql;

namespace Acme.Data;

public sealed record Change(string Table, string Payload);
public sealed class Order { public long Id { get; init; } public bool Open { get; init; } }
public abstract class ShopContext { public abstract IQueryable<Order> Orders { get; } }

public sealed class ChangeEndpoints(NpgsqlDataSource source, ShopContext shop)
{
    [EventStream("/changes")]
    public async IAsyncEnumerable<Change> Changes([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var pending = new Queue<Change>();
        connection.Notification += OnNotification;
        try
        {
            await using (var command = new NpgsqlCommand("LISTEN changes", connection))
                await command.ExecuteNonQueryAsync(cancellationToken);
            while (true)
            {
                await connection.WaitAsync(cancellationToken);
                while (pending.TryDequeue(out var change))
                    yield return change;
            }
        }
        finally
        {
            connection.Notification -= OnNotification;
        }

        void OnNotification(object sender, NpgsqlNotificationEventArgs e) => pending.Enqueue(new Change(e.Channel, e.Payload));
    }

    [EventStream("/changes/lost")]
    public async IAsyncEnumerable<Change> ChangesLost([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(); // SSE104
        var pending = new Queue<Change>();
        NotificationEventHandler handler = (_, e) => pending.Enqueue(new(e.Channel, e.Payload));
        connection.Notification += handler;
        try
        {
            for (; ; )
            {
                await connection.WaitAsync(); // SSE104
                while (pending.Count > 0)
                    yield return pending.Dequeue();
            }
        }
        finally
        {
            connection.Notification -= handler;
        }
    }

    [EventStream("/orders/{id:long}")]
    public async IAsyncEnumerable<Order> Order(long id, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await shop.Orders.Where(order => order.Id == id).FirstOrDefaultAsync(ct) is { Open: true } order)
        {
            yield return order;
            await Task.Delay(1000, ct);
        }
    }

    [EventStream("/orders")]
    public async IAsyncEnumerable<Order> Orders([EnumeratorCancellation] CancellationToken ct)
    {
        var seen = 0L;
        while (true)
        {
            var orders = await shop.Orders.Where(order => order.Id > seen).OrderBy(order => order.Id).ToListAsync(ct);
            foreach (var order in orders)
            {
                seen = Math.Max(seen, order.Id);
                yield return order;
            }

            if (orders is [])
                await Task.Delay(500, ct);
        }
    }

    [EventStream("/orders/export", Shutdown = EventStreamShutdown.Drain)]
    public async IAsyncEnumerable<Order> Export([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var order in shop.Orders.AsAsyncEnumerable().WithCancellation(ct).ConfigureAwait(false))
            yield return order;
    }

    [EventStream("/orders/rows")]
    public async IAsyncEnumerable<(long, decimal)> Rows([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = source.CreateCommand("select id, price from orders");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct).ConfigureAwait(false))
            yield return (reader.GetInt64(0), reader.GetDecimal(1));
    }

    [EventStream("/orders/rows/lost")]
    public async IAsyncEnumerable<(long, decimal)> RowsLost([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = source.CreateCommand("select id, price from orders");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync()) // SSE104
            yield return (reader.GetInt64(0), reader.GetDecimal(1));
    }

    [EventStream("/outbox")]
    public async Task Outbox(EventStreamWriter<string> stream, EventStreamContext context)
    {
        await using var connection = await source.OpenConnectionAsync(context.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, context.CancellationToken);
        try
        {
            await stream.WriteAsync("started", context.CancellationToken);
            await transaction.CommitAsync(context.CancellationToken);
        }
        catch
        {
            await transaction.RollbackAsync();
            throw;
        }
    }

    [EventStream("/count")]
    public async IAsyncEnumerable<int> Count([EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var (open, all) = (await shop.Orders.Where(order => order.Open).CountAsync(ct), await shop.Orders.CountAsync()); // SSE104
            yield return open * 100 / all;
            await Task.Delay(5000, ct);
        }
    }
}

public partial class PartialEndpoints
{
    [EventStream("/partial")]
    public static partial IAsyncEnumerable<int> Numbers(NpgsqlDataSource source, CancellationToken cancellationToken);
}

public partial class PartialEndpoints
{
    public static partial IAsyncEnumerable<int> Numbers(NpgsqlDataSource source, CancellationToken cancellationToken) => Inner(source, cancellationToken);

    private static async IAsyncEnumerable<int> Inner(NpgsqlDataSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select 1");
        while (true)
        {
            if (await command.ExecuteScalarAsync(CancellationToken.None) is int value) // SSE104
                yield return value;
            else
                break;
        }
    }
}

using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.Channels;
using Ef;
using Npgsql;

namespace Acme.Listeners;

public sealed record Order(long Id, string State);
public interface IOrders { IQueryable<Order> Orders { get; } Task<List<Order>> SinceAsync(long id, CancellationToken cancellationToken = default); Task MarkSeenAsync(long id); }
public interface IDbFactory { IOrders CreateDbContext(); Task<IOrders> CreateDbContextAsync(CancellationToken cancellationToken = default); }

public sealed class ListenEndpoints(NpgsqlDataSource database, IDbFactory contexts, TimeProvider clock, ILogger<ListenEndpoints> logger)
{
    [EventStream("/orders/changes")]
    public async IAsyncEnumerable<string> Changes([EnumeratorCancellation] CancellationToken ct)
    {
        var payloads = Channel.CreateUnbounded<string>();
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => payloads.Writer.TryWrite(notification.Payload);
        await using (var command = new NpgsqlCommand("LISTEN orders", connection))
            await command.ExecuteNonQueryAsync(ct);

        while (true)
        {
            await connection.WaitAsync(ct);
            while (payloads.Reader.TryRead(out var payload))
                yield return payload;
        }
    }

    [EventStream("/orders/changes/deaf")]
    public async IAsyncEnumerable<string> Deaf([EnumeratorCancellation] CancellationToken ct)
    {
        var payloads = new Queue<string>();
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => payloads.Enqueue(notification.Payload);
        while (true)
        {
            await connection.WaitAsync(); // SSE104
            while (payloads.TryDequeue(out var payload))
                yield return payload;
        }
    }

    [EventStream("/orders/changes/blocking")]
    public async IAsyncEnumerable<string> Blocking([EnumeratorCancellation] CancellationToken ct)
    {
        var payloads = new Queue<string>();
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => payloads.Enqueue(notification.Payload);
        while (true) // SSE103
        {
            if (!connection.Wait(1000))
                continue;
            while (payloads.TryDequeue(out var payload))
                yield return payload;
        }
    }

    [EventStream("/orders/poll")]
    public async IAsyncEnumerable<Order> Poll([LastEventId] long? after, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = after ?? 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        do
        {
            var orders = contexts.CreateDbContext();
            foreach (var order in await orders.Orders.Where(order => order.Id > last).OrderBy(order => order.Id).ToListAsync(ct))
            {
                last = order.Id;
                yield return order;
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    [EventStream("/orders/poll/lost")]
    public async IAsyncEnumerable<Order> PollLost([LastEventId] long? after, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = after ?? 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(ct))
        {
            var orders = await contexts.CreateDbContextAsync(); // SSE104
            foreach (var order in await orders.SinceAsync(last)) // SSE104
            {
                last = order.Id;
                yield return order;
            }
        }
    }

    [EventStream("/orders/poll/ticking")]
    public async IAsyncEnumerable<Order> Ticking([EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync()) // SSE104
        {
            var orders = contexts.CreateDbContext();
            if (await orders.Orders.FirstOrDefaultAsync(ct) is { } order)
                yield return order;
        }
    }

    [EventStream("/orders/all")]
    public async IAsyncEnumerable<Order> All([EnumeratorCancellation] CancellationToken ct)
    {
        var orders = await contexts.CreateDbContextAsync(ct);
        await foreach (var order in orders.Orders.AsAsyncEnumerable().WithCancellation(ct).ConfigureAwait(false))
            yield return order;
    }

    [EventStream("/orders/all/lost")]
    public async IAsyncEnumerable<Order> AllLost([EnumeratorCancellation] CancellationToken ct)
    {
        var orders = await contexts.CreateDbContextAsync(ct);
        await foreach (var order in orders.Orders.AsAsyncEnumerable().ConfigureAwait(false)) // SSE104
            yield return order;
    }

    [EventStream("/orders/paged")]
    public async IAsyncEnumerable<Order> Paged([EnumeratorCancellation] CancellationToken ct)
    {
        var last = 0L;
        while (true)
        {
            var page = await contexts.CreateDbContext().SinceAsync(last, ct);
            if (page.Count == 0)
                break;
            foreach (var order in page)
                yield return order;
            last = page[^1].Id;
        }
    }

    [EventStream("/orders/paged/deaf")]
    public async IAsyncEnumerable<Order> PagedDeaf() // SSE101
    {
        var last = 0L;
        await foreach (var order in ReadPages())
            yield return order;

        async IAsyncEnumerable<Order> ReadPages()
        {
            while (await contexts.CreateDbContext().SinceAsync(last) is { Count: > 0 } page)
            {
                foreach (var order in page)
                    yield return order;
                last = page[^1].Id;
            }
        }
    }

    [EventStream("/orders/reconnecting")]
    public async IAsyncEnumerable<Order> Reconnecting([EnumeratorCancellation] CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            List<Order> found = [];
            try
            {
                found = await contexts.CreateDbContext().SinceAsync(0, ct);
                attempt = 0;
            }
            catch (DbException exception) when (attempt < 5)
            {
                logger.LogWarning(exception, "The database is away");
                await Task.Delay(TimeSpan.FromSeconds(attempt), ct);
            }

            foreach (var order in CollectionsMarshal.AsSpan(found).ToArray())
                yield return order;
            await Task.Delay(TimeSpan.FromSeconds(1), clock, ct);
        }
    }

    [EventStream("/orders/acknowledged")]
    public async IAsyncEnumerable<Order> Acknowledged([EnumeratorCancellation] CancellationToken ct)
    {
        var orders = contexts.CreateDbContext();
        var last = 0L;
        try
        {
            foreach (var order in await orders.SinceAsync(last, ct))
            {
                yield return order;
                last = order.Id;
            }
        }
        finally
        {
            await orders.MarkSeenAsync(last);
            await orders.SinceAsync(last);
        }
    }

    [EventStream("/orders/transaction")]
    public async IAsyncEnumerable<string> Transaction([EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(); // SSE104
        await using var command = database.CreateCommand("select * from orders");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return reader.GetString(0);
        await transaction.CommitAsync(CancellationToken.None); // SSE104
    }

    [EventStream("/orders/reader")]
    public async IAsyncEnumerable<Order> Reader([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id, state from orders");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync()) // SSE104
            yield return new Order(reader.GetInt64(0), reader.GetString(1));
    }

    [EventStream("/orders/json")]
    public async IAsyncEnumerable<string> AsJson([EnumeratorCancellation] CancellationToken ct)
    {
        var orders = await contexts.CreateDbContextAsync(ct);
        var count = orders.Orders.CountAsync(ct).GetAwaiter().GetResult(); // SSE106
        using var buffer = new MemoryStream(count);
        await JsonSerializer.SerializeAsync(buffer, await orders.SinceAsync(0, ct), cancellationToken: ct);
        yield return Convert.ToHexString(buffer.ToArray());
    }
}

#nullable enable
// Signatures of well-known packages, as far as the handlers of the cases and of the corpus use them.
namespace Npgsql
{
    public class NpgsqlNotificationEventArgs : System.EventArgs
    {
        public string Channel => "";
        public string Payload => "";
    }

    public delegate void NotificationEventHandler(object sender, NpgsqlNotificationEventArgs e);

    public sealed class NpgsqlConnection : System.Data.Common.DbConnection
    {
        public event NotificationEventHandler? Notification { add { } remove { } }
        public System.Threading.Tasks.Task WaitAsync(System.Threading.CancellationToken cancellationToken = default) => System.Threading.Tasks.Task.CompletedTask;
        public bool Wait(int timeout) => false;
        public new NpgsqlCommand CreateCommand() => new();
        [System.Diagnostics.CodeAnalysis.AllowNull]
        public override string ConnectionString { get; set; } = "";
        public override string Database => "";
        public override string DataSource => "";
        public override string ServerVersion => "";
        public override System.Data.ConnectionState State => default;
        public override void ChangeDatabase(string databaseName) { }
        public override void Close() { }
        public override void Open() { }
        protected override System.Data.Common.DbTransaction BeginDbTransaction(System.Data.IsolationLevel isolationLevel) => null!;
        protected override System.Data.Common.DbCommand CreateDbCommand() => null!;
    }

    public sealed class NpgsqlCommand : System.IAsyncDisposable, System.IDisposable
    {
        public NpgsqlCommand() { }
        public NpgsqlCommand(string text, NpgsqlConnection connection) { }
        public string CommandText { get; set; } = "";
        public System.Threading.Tasks.Task<int> ExecuteNonQueryAsync(System.Threading.CancellationToken cancellationToken = default) => System.Threading.Tasks.Task.FromResult(0);
        public System.Threading.Tasks.Task<object?> ExecuteScalarAsync(System.Threading.CancellationToken cancellationToken = default) => System.Threading.Tasks.Task.FromResult<object?>(null);
        public System.Threading.Tasks.Task<NpgsqlDataReader> ExecuteReaderAsync(System.Threading.CancellationToken cancellationToken = default) => System.Threading.Tasks.Task.FromResult<NpgsqlDataReader>(null!);
        public void Dispose() { }
        public System.Threading.Tasks.ValueTask DisposeAsync() => default;
    }

    public abstract class NpgsqlDataReader : System.IAsyncDisposable
    {
        public abstract System.Threading.Tasks.Task<bool> ReadAsync();
        public abstract System.Threading.Tasks.Task<bool> ReadAsync(System.Threading.CancellationToken cancellationToken);
        public abstract string GetString(int ordinal);
        public abstract long GetInt64(int ordinal);
        public abstract decimal GetDecimal(int ordinal);
        public System.Threading.Tasks.ValueTask DisposeAsync() => default;
    }

    public abstract class NpgsqlDataSource
    {
        public abstract System.Threading.Tasks.ValueTask<NpgsqlConnection> OpenConnectionAsync(System.Threading.CancellationToken cancellationToken = default);
        public abstract NpgsqlCommand CreateCommand(string text);
    }
}

namespace Grpc.Core
{
    public interface IAsyncStreamReader<out T>
    {
        T Current { get; }
        System.Threading.Tasks.Task<bool> MoveNext(System.Threading.CancellationToken cancellationToken);
    }

    public static class AsyncStreamReaderExtensions
    {
        public static System.Threading.Tasks.Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader) where T : class => streamReader.MoveNext(default);
        public static System.Collections.Generic.IAsyncEnumerable<T> ReadAllAsync<T>(this IAsyncStreamReader<T> streamReader, System.Threading.CancellationToken cancellationToken = default) => null!;
    }

    public sealed class AsyncServerStreamingCall<T> : System.IDisposable
    {
        public IAsyncStreamReader<T> ResponseStream => null!;
        public void Dispose() { }
    }

    public struct CallOptions
    {
        public CallOptions(System.DateTime? deadline = null, System.Threading.CancellationToken cancellationToken = default) { }
        public CallOptions WithCancellationToken(System.Threading.CancellationToken cancellationToken) => this;
    }
}

namespace StackExchange.Redis
{
    public readonly struct RedisChannel { public static RedisChannel Literal(string value) => default; }
    public readonly struct RedisValue { public static implicit operator string?(RedisValue value) => null; }
    public readonly struct ChannelMessage { public RedisValue Message => default; }

    public sealed class ChannelMessageQueue : System.Collections.Generic.IAsyncEnumerable<ChannelMessage>
    {
        public System.Threading.Tasks.ValueTask<ChannelMessage> ReadAsync(System.Threading.CancellationToken cancellationToken = default) => default;
        public System.Threading.Tasks.Task UnsubscribeAsync() => System.Threading.Tasks.Task.CompletedTask;
        public System.Collections.Generic.IAsyncEnumerator<ChannelMessage> GetAsyncEnumerator(System.Threading.CancellationToken cancellationToken = default) => null!;
    }

    public interface ISubscriber
    {
        void Subscribe(RedisChannel channel, System.Action<RedisChannel, RedisValue> handler);
        ChannelMessageQueue Subscribe(RedisChannel channel);
        System.Threading.Tasks.Task SubscribeAsync(RedisChannel channel, System.Action<RedisChannel, RedisValue> handler);
        System.Threading.Tasks.Task<ChannelMessageQueue> SubscribeAsync(RedisChannel channel);
        void Unsubscribe(RedisChannel channel, System.Action<RedisChannel, RedisValue>? handler = null);
        System.Threading.Tasks.Task UnsubscribeAsync(RedisChannel channel, System.Action<RedisChannel, RedisValue>? handler = null);
    }

    public interface IDatabase
    {
        System.Threading.Tasks.Task<RedisValue> StringGetAsync(string key);
        System.Threading.Tasks.Task<long> ListLengthAsync(string key);
        System.Threading.Tasks.Task<RedisValue> ListLeftPopAsync(string key);
    }
}

namespace Polly
{
    public abstract class ResiliencePipeline
    {
        public abstract System.Threading.Tasks.ValueTask<T> ExecuteAsync<T>(System.Func<System.Threading.CancellationToken, System.Threading.Tasks.ValueTask<T>> callback, System.Threading.CancellationToken cancellationToken = default);
        public abstract System.Threading.Tasks.ValueTask ExecuteAsync(System.Func<System.Threading.CancellationToken, System.Threading.Tasks.ValueTask> callback, System.Threading.CancellationToken cancellationToken = default);
    }
}

namespace Confluent.Kafka
{
    public sealed class ConsumeResult<TKey, TValue> { public TValue Value => default!; public long Offset => 0; }

    public interface IConsumer<TKey, TValue> : System.IDisposable
    {
        ConsumeResult<TKey, TValue> Consume(System.Threading.CancellationToken cancellationToken = default);
        ConsumeResult<TKey, TValue> Consume(System.TimeSpan timeout);
        void Subscribe(string topic);
        void Unsubscribe();
        void Close();
    }
}

namespace Mqtt
{
    public interface IMqttClient
    {
        event System.Func<string, System.Threading.Tasks.Task> ApplicationMessageReceivedAsync;
        System.Threading.Tasks.Task ConnectAsync(System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task SubscribeAsync(string topic, System.Threading.CancellationToken cancellationToken = default);
        System.Threading.Tasks.Task UnsubscribeAsync(string topic, System.Threading.CancellationToken cancellationToken = default);
    }
}

namespace Rx
{
    public static class ObservableExtensions
    {
        public static System.IDisposable Subscribe<T>(this System.IObservable<T> source, System.Action<T> onNext) => null!;
        public static System.IDisposable Subscribe<T>(this System.IObservable<T> source, System.Action<T> onNext, System.Action onCompleted) => null!;
        public static void Subscribe<T>(this System.IObservable<T> source, System.Action<T> onNext, System.Threading.CancellationToken token) { }
        public static System.Collections.Generic.IAsyncEnumerable<T> ToAsyncEnumerable<T>(this System.IObservable<T> source) => null!;
    }
}

namespace Ef
{
    public static class QueryableExtensions
    {
        public static System.Threading.Tasks.Task<System.Collections.Generic.List<T>> ToListAsync<T>(this System.Linq.IQueryable<T> source, System.Threading.CancellationToken cancellationToken = default) => null!;
        public static System.Threading.Tasks.Task<T?> FirstOrDefaultAsync<T>(this System.Linq.IQueryable<T> source, System.Threading.CancellationToken cancellationToken = default) => null!;
        public static System.Threading.Tasks.Task<int> CountAsync<T>(this System.Linq.IQueryable<T> source, System.Threading.CancellationToken cancellationToken = default) => null!;
        public static System.Collections.Generic.IAsyncEnumerable<T> AsAsyncEnumerable<T>(this System.Linq.IQueryable<T> source) => null!;
    }
}

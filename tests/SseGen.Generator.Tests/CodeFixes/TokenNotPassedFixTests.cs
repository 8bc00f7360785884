using SseGen.CodeFixes;

namespace SseGen.Generator.Tests.CodeFixes;

public sealed class TokenNotPassedFixTests
{
    private const string Feed = """


        public interface IFeed
        {
            Task<int> LatestAsync(string? name = null, int count = 0, CancellationToken cancellationToken = default);
            ValueTask<int> NextAsync(CancellationToken cancellationToken);
            ValueTask<int> NextAsync();
            IAsyncEnumerable<int> ReadAllAsync(CancellationToken cancellationToken = default);
            IAsyncEnumerable<int> Items { get; }
        }
        """;

    [Fact]
    public Task Every_way_of_passing_a_token() => Fix.VerifyAsync<TokenNotPassedFix>(
        """
        using System.Runtime.CompilerServices;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> Numbers(IFeed feed, HttpClient client, [EnumeratorCancellation] CancellationToken ct)
            {
                await Task.{|SSE104:Delay|}(1000); // a second
                yield return await feed.{|SSE104:LatestAsync|}();
                yield return await feed.{|SSE104:LatestAsync|}("a");
                yield return await feed.{|SSE104:LatestAsync|}("a", 1);
                yield return await feed.{|SSE104:LatestAsync|}(count: 1);
                yield return await feed.{|SSE104:LatestAsync|}("a", 1, default);
                yield return await feed.{|SSE104:LatestAsync|}("a", cancellationToken: CancellationToken.None);
                yield return await feed.{|SSE104:NextAsync|}().ConfigureAwait(false);
                yield return (await client.{|SSE104:GetStringAsync|}(
                    "/x")).Length;
                using var response = await client.{|SSE104:GetAsync|}(
                    "/x", // where
                    HttpCompletionOption.ResponseHeadersRead);
                await foreach (var item in feed.{|SSE104:ReadAllAsync|}())
                    yield return item;
                await foreach (var item in {|SSE104:feed.Items|}.ConfigureAwait(false))
                    yield return item;
                await foreach (var item in {|SSE104:feed.Items|})
                    yield return item;
                await Task.WhenAll(feed.{|SSE104:LatestAsync|}(), Task.{|SSE104:Delay|}(await feed.{|SSE104:LatestAsync|}()));
                await Parallel.{|SSE104:ForEachAsync|}(new[] { 1 }, async (number, token) => await Task.Delay(number, token));
            }
        }
        """ + Feed,
        """
        using System.Runtime.CompilerServices;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> Numbers(IFeed feed, HttpClient client, [EnumeratorCancellation] CancellationToken ct)
            {
                await Task.Delay(1000, ct); // a second
                yield return await feed.LatestAsync(cancellationToken: ct);
                yield return await feed.LatestAsync("a", cancellationToken: ct);
                yield return await feed.LatestAsync("a", 1, ct);
                yield return await feed.LatestAsync(count: 1, cancellationToken: ct);
                yield return await feed.LatestAsync("a", 1, ct);
                yield return await feed.LatestAsync("a", cancellationToken: ct);
                yield return await feed.NextAsync(ct).ConfigureAwait(false);
                yield return (await client.GetStringAsync(
                    "/x", ct)).Length;
                using var response = await client.GetAsync(
                    "/x", // where
                    HttpCompletionOption.ResponseHeadersRead,
                    ct);
                await foreach (var item in feed.ReadAllAsync(ct))
                    yield return item;
                await foreach (var item in feed.Items.WithCancellation(ct).ConfigureAwait(false))
                    yield return item;
                await foreach (var item in feed.Items.WithCancellation(ct))
                    yield return item;
                await Task.WhenAll(feed.LatestAsync(cancellationToken: ct), Task.Delay(await feed.LatestAsync(cancellationToken: ct), ct));
                await Parallel.ForEachAsync(new[] { 1 }, ct, async (number, token) => await Task.Delay(number, token));
            }
        }
        """ + Feed);

    [Fact]
    public Task The_token_is_named_as_it_is_in_scope() => Fix.VerifyAsync<TokenNotPassedFix>(
        """
        public sealed class Handlers(IFeed feed, EventStreamContext stream)
        {
            [EventStream("/x")]
            public async IAsyncEnumerable<int> Primary()
            {
                yield return await feed.{|SSE104:NextAsync|}();
                yield return await {|SSE104:Local|}(default(CancellationToken));

                static async Task<int> Inner(IFeed feed, CancellationToken token) => await feed.{|SSE104:NextAsync|}();
                async Task<int> Local(CancellationToken @event) => await Inner(feed, @event) + await feed.{|SSE104:NextAsync|}();
            }

            [EventStream("/y")]
            public static Task Push(EventStreamWriter<int> stream, IFeed feed, EventStreamContext context) => PushAsync(stream, feed, context);

            private static async Task PushAsync(EventStreamWriter<int> stream, IFeed feed, EventStreamContext context)
            {
                var numbers = await Task.WhenAll(new[] { 1 }.Select(count => feed.{|SSE104:LatestAsync|}(count: count)));
                await stream.{|SSE104:WriteAsync|}(numbers[0]);
            }
        }
        """ + Feed,
        """
        public sealed class Handlers(IFeed feed, EventStreamContext stream)
        {
            [EventStream("/x")]
            public async IAsyncEnumerable<int> Primary()
            {
                yield return await feed.NextAsync(stream.CancellationToken);
                yield return await Local(stream.CancellationToken);

                static async Task<int> Inner(IFeed feed, CancellationToken token) => await feed.NextAsync(token);
                async Task<int> Local(CancellationToken @event) => await Inner(feed, @event) + await feed.NextAsync(@event);
            }

            [EventStream("/y")]
            public static Task Push(EventStreamWriter<int> stream, IFeed feed, EventStreamContext context) => PushAsync(stream, feed, context);

            private static async Task PushAsync(EventStreamWriter<int> stream, IFeed feed, EventStreamContext context)
            {
                var numbers = await Task.WhenAll(new[] { 1 }.Select(count => feed.LatestAsync(count: count, cancellationToken: context.CancellationToken)));
                await stream.WriteAsync(numbers[0], context.CancellationToken);
            }
        }
        """ + Feed);

    [Fact]
    public Task A_source_of_the_users_own_is_left_alone()
    {
        const string Source = """
            using System.Runtime.CompilerServices;

            public static class Handlers
            {
                [EventStream("/x")]
                public static async IAsyncEnumerable<int> Numbers(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
                {
                    using var timeout = new CancellationTokenSource(1000);
                    yield return await feed.{|SSE104:NextAsync|}(timeout.Token);
                }
            }
            """ + Feed;
        return Fix.VerifyAsync<TokenNotPassedFix>(Source, Source);
    }
}

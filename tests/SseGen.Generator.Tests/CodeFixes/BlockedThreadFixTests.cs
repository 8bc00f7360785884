using SseGen.CodeFixes;

namespace SseGen.Generator.Tests.CodeFixes;

public sealed class BlockedThreadFixTests
{
    [Fact]
    public Task Each_way_of_blocking_becomes_an_await() => Fix.VerifyAsync<BlockedThreadFix>(
        """
        using System.Runtime.CompilerServices;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> Numbers(HttpClient client, SemaphoreSlim gate, [EnumeratorCancellation] CancellationToken ct)
            {
                Thread.{|SSE106:Sleep|}(1000); // a second
                Thread.{|SSE106:Sleep|}(millisecondsTimeout: 10);
                yield return client.GetStringAsync("/x", ct).{|SSE106:Result|}.Length;
                var text = client.GetStringAsync(client.GetStringAsync("/y", ct).{|SSE106:Result|}, ct).{|SSE106:Result|};
                yield return client.GetStringAsync("/x", ct).GetAwaiter().{|SSE106:GetResult|}().Length + text.Length;
                var other = client.GetStringAsync("/x", ct).ConfigureAwait(false).GetAwaiter().{|SSE106:GetResult|}();
                Task.Delay(1, ct).{|SSE106:Wait|}();
                Task.Delay(1, ct).{|SSE106:Wait|}(ct);
                gate.{|SSE106:Wait|}(ct);
                Task.{|SSE106:WaitAll|}(Task.Delay(1, ct), Task.Delay(2, ct));
                await Task.Delay(1, ct);
            }
        }
        """,
        """
        using System.Runtime.CompilerServices;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> Numbers(HttpClient client, SemaphoreSlim gate, [EnumeratorCancellation] CancellationToken ct)
            {
                await Task.Delay(1000, ct); // a second
                await Task.Delay(10, ct);
                yield return (await client.GetStringAsync("/x", ct)).Length;
                var text = await client.GetStringAsync(await client.GetStringAsync("/y", ct), ct);
                yield return (await client.GetStringAsync("/x", ct)).Length + text.Length;
                var other = await client.GetStringAsync("/x", ct).ConfigureAwait(false);
                await Task.Delay(1, ct);
                await Task.Delay(1, ct).WaitAsync(ct);
                await gate.WaitAsync(ct);
                await Task.WhenAll(Task.Delay(1, ct), Task.Delay(2, ct));
                await Task.Delay(1, ct);
            }
        }
        """);

    [Fact]
    public Task Where_nothing_can_be_awaited_nothing_is_offered()
    {
        const string Source = """
            using System.Runtime.CompilerServices;

            public static class Handlers
            {
                [EventStream("/x")]
                public static async IAsyncEnumerable<int> Numbers(HttpClient client, object gate, [EnumeratorCancellation] CancellationToken ct)
                {
                    lock (gate)
                    {
                        Thread.{|SSE106:Sleep|}(10);
                    }

                    if (Task.Delay(1, ct).{|SSE106:Wait|}(100)) yield return 1;
                    Func<string> load = () => client.GetStringAsync("/x", ct).{|SSE106:Result|};
                    yield return load().Length + Local();
                    await Task.Delay(1, ct);

                    int Local() => client.GetStringAsync("/x", ct).{|SSE106:Result|}.Length;
                }
            }
            """;
        return Fix.VerifyAsync<BlockedThreadFix>(Source, Source);
    }
}

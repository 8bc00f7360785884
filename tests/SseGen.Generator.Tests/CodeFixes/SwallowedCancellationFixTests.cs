using SseGen.CodeFixes;

namespace SseGen.Generator.Tests.CodeFixes;

public sealed class SwallowedCancellationFixTests
{
    [Fact]
    public Task Every_kind_of_clause_gets_a_filter() => Fix.VerifyAsync<SwallowedCancellationFix>(
        """
        public static class Handlers
        {
            [EventStream("/x")]
            public static async Task Push(EventStreamWriter<int> stream, CancellationToken ct)
            {
                while (true)
                {
                    try
                    {
                        await stream.WriteAsync(1, ct);
                    }
                    {|SSE105:catch|} (Exception e) // anything
                    {
                        Console.WriteLine(e);
                    }
                }
            }

            [EventStream("/y")]
            public static async Task General(EventStreamWriter<int> stream, EventStreamContext context)
            {
                for (; ; )
                {
                    try { await stream.WriteAsync(1, context.CancellationToken); }
                    {|SSE105:catch|}
                    {
                    }
                }
            }

            [EventStream("/z")]
            public static async Task Filtered(EventStreamWriter<int> stream, CancellationToken ct)
            {
                while (true)
                {
                    try { await stream.WriteAsync(1, ct); } {|SSE105:catch|} (Exception e) when (e is IOException || e is SystemException) { }
                }
            }

            [EventStream("/a")]
            public static async Task Typed(EventStreamWriter<int> stream, CancellationToken ct)
            {
                while (true)
                {
                    try { await stream.WriteAsync(1, ct); } {|SSE105:catch|} (OperationCanceledException) { continue; }
                }
            }
        }
        """,
        """
        public static class Handlers
        {
            [EventStream("/x")]
            public static async Task Push(EventStreamWriter<int> stream, CancellationToken ct)
            {
                while (true)
                {
                    try
                    {
                        await stream.WriteAsync(1, ct);
                    }
                    catch (Exception e) when (!ct.IsCancellationRequested) // anything
                    {
                        Console.WriteLine(e);
                    }
                }
            }

            [EventStream("/y")]
            public static async Task General(EventStreamWriter<int> stream, EventStreamContext context)
            {
                for (; ; )
                {
                    try { await stream.WriteAsync(1, context.CancellationToken); }
                    catch when (!context.CancellationToken.IsCancellationRequested)
                    {
                    }
                }
            }

            [EventStream("/z")]
            public static async Task Filtered(EventStreamWriter<int> stream, CancellationToken ct)
            {
                while (true)
                {
                    try { await stream.WriteAsync(1, ct); } catch (Exception e) when (!ct.IsCancellationRequested && (e is IOException || e is SystemException)) { }
                }
            }

            [EventStream("/a")]
            public static async Task Typed(EventStreamWriter<int> stream, CancellationToken ct)
            {
                while (true)
                {
                    try { await stream.WriteAsync(1, ct); } catch (OperationCanceledException) when (!ct.IsCancellationRequested) { continue; }
                }
            }
        }
        """);

    [Fact]
    public Task A_filter_about_cancellation_is_left_alone()
    {
        const string Source = """
            public static class Handlers
            {
                [EventStream("/x")]
                public static async Task Push(EventStreamWriter<int> stream, CancellationToken ct)
                {
                    while (true)
                    {
                        try { await stream.WriteAsync(1, ct); } {|SSE105:catch|} (Exception) when (ct.IsCancellationRequested) { }
                    }
                }
            }
            """;
        return Fix.VerifyAsync<SwallowedCancellationFix>(Source, Source);
    }
}

using SseGen.CodeFixes;

namespace SseGen.Generator.Tests.CodeFixes;

public sealed class MissingTokenFixTests
{
    [Fact]
    public Task An_iterator_gets_a_marked_token_and_the_using_for_it() => Fix.VerifyAsync<MissingTokenFix>(
        """
        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> {|SSE101:Ticks|}()
            {
                while (true)
                {
                    yield return 1;
                    await Task.Delay(1000);
                }
            }
        }
        """,
        """
        using System.Runtime.CompilerServices;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> Ticks([EnumeratorCancellation] CancellationToken cancellationToken)
            {
                while (true)
                {
                    yield return 1;
                    await Task.{|SSE104:Delay|}(1000);
                }
            }
        }
        """);

    [Fact]
    public Task It_comes_last_and_in_the_layout_of_the_list() => Fix.VerifyAsync<MissingTokenFix>(
        """
        // Header
        using System.Text;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async Task {|SSE101:Push|}(
                string name, // which
                EventStreamWriter<string> stream)
            {
                await Task.Yield();
                await stream.WriteAsync(name);
            }

            /// <summary>All at once.</summary>
            [EventStream("/y")]
            public static async Task {|SSE101:Other|}(EventStreamWriter<string> cancellationToken) => await cancellationToken.WriteAsync("x");
        }
        """,
        """
        // Header
        using System.Text;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async Task Push(
                string name, // which
                EventStreamWriter<string> stream,
                CancellationToken cancellationToken)
            {
                await Task.Yield();
                await stream.{|SSE104:WriteAsync|}(name);
            }

            /// <summary>All at once.</summary>
            [EventStream("/y")]
            public static async Task Other(EventStreamWriter<string> cancellationToken, CancellationToken token) => await cancellationToken.{|SSE104:WriteAsync|}("x");
        }
        """);

    [Fact]
    public Task Calls_stay_right_by_a_default_value() => Fix.VerifyAsync<MissingTokenFix>(
        """
        using System.Runtime.CompilerServices;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> {|SSE101:Optional|}(int seconds = 5)
            {
                await Task.Delay(seconds);
                yield return 1;
            }

            [EventStream("/y")]
            public static async IAsyncEnumerable<int> {|SSE101:Called|}(int seconds)
            {
                await Task.Delay(seconds);
                yield return 1;
            }

            public static IAsyncEnumerable<int> Caller() => Called(3);
        }
        """,
        """
        using System.Runtime.CompilerServices;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> Optional(int seconds = 5, [EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                await Task.{|SSE104:Delay|}(seconds);
                yield return 1;
            }

            [EventStream("/y")]
            public static async IAsyncEnumerable<int> Called(int seconds, [EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                await Task.{|SSE104:Delay|}(seconds);
                yield return 1;
            }

            public static IAsyncEnumerable<int> Caller() => Called(3);
        }
        """);

    [Fact]
    public Task A_signature_that_is_not_the_handlers_own_is_left_alone()
    {
        const string Source = """
            public interface ITicks { IAsyncEnumerable<int> Ticks(); }

            public sealed class Handlers : ITicks
            {
                [EventStream("/x")]
                public async IAsyncEnumerable<int> {|SSE101:Ticks|}()
                {
                    await Task.Delay(1);
                    yield return 1;
                }
            }
            """;
        return Fix.VerifyAsync<MissingTokenFix>(Source, Source);
    }

    [Fact]
    public Task Namespaces_that_are_not_in_scope_are_brought_in() => Fix.VerifyAsync<MissingTokenFix>(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using SseGen;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> {|SSE101:Ticks|}()
            {
                await Task.Delay(1000);
                yield return 1;
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using SseGen;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> Ticks([EnumeratorCancellation] CancellationToken cancellationToken)
            {
                await Task.{|SSE104:Delay|}(1000);
                yield return 1;
            }
        }
        """,
        globalUsings: false);
}

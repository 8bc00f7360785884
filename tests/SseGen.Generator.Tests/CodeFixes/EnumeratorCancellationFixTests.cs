using SseGen.CodeFixes;

namespace SseGen.Generator.Tests.CodeFixes;

public sealed class EnumeratorCancellationFixTests
{
    [Fact]
    public Task The_attribute_and_its_using_are_added() => Fix.VerifyAsync<EnumeratorCancellationFix>(
        """
        // Copyright

        using System.Text;

        namespace Demo;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> One(
                int count,
                // when to stop
                CancellationToken {|SSE102:token|})
            {
                await Task.Delay(count, token);
                yield return 1;
            }

            [EventStream("/y")]
            public static async IAsyncEnumerable<int> Two([Obsolete] CancellationToken {|SSE102:token|} = default)
            {
                await Task.Delay(1, token);
                yield return 1;
            }

            [EventStream("/z")]
            public static async IAsyncEnumerable<int> Three(CancellationToken {|SSE102:token|}, int count)
            {
                await Task.Delay(count, token);
                yield return 1;
            }
        }

        public sealed class ObsoleteAttribute : Attribute;
        """,
        """
        // Copyright

        using System.Runtime.CompilerServices;
        using System.Text;

        namespace Demo;

        public static class Handlers
        {
            [EventStream("/x")]
            public static async IAsyncEnumerable<int> One(
                int count,
                // when to stop
                [EnumeratorCancellation] CancellationToken token)
            {
                await Task.Delay(count, token);
                yield return 1;
            }

            [EventStream("/y")]
            public static async IAsyncEnumerable<int> Two([Obsolete][EnumeratorCancellation] CancellationToken token = default)
            {
                await Task.Delay(1, token);
                yield return 1;
            }

            [EventStream("/z")]
            public static async IAsyncEnumerable<int> Three([EnumeratorCancellation] CancellationToken token, int count)
            {
                await Task.Delay(count, token);
                yield return 1;
            }
        }

        public sealed class ObsoleteAttribute : Attribute;
        """);
}

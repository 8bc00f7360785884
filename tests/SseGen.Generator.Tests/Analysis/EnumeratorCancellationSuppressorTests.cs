using Microsoft.CodeAnalysis.Testing;

namespace SseGen.Generator.Tests.Analysis;

public sealed class EnumeratorCancellationSuppressorTests
{
    [Fact]
    public async Task The_compilers_warning_is_taken_away_from_handlers_and_left_on_helpers()
    {
        var source = MarkedSource.Of("""
            public static class Handlers
            {
                [EventStream("/x")]
                public static async IAsyncEnumerable<int> Handler(CancellationToken token) // SSE102
                {
                    await Task.Delay(1, token);
                    yield return 1;

                    async IAsyncEnumerable<int> Local(CancellationToken inner)
                    {
                        await Task.Delay(1, inner);
                        yield return 1;
                    }
                }

                public static async IAsyncEnumerable<int> Helper(CancellationToken token)
                {
                    await Task.Delay(1, token);
                    yield return 1;
                }
            }
            """);
        var test = MarkedSource.Test([source]);
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        test.DisabledDiagnostics.Add("CS8321"); // The local function is not called.
        var warning = DiagnosticResult.CompilerWarning("CS8425");
        test.Expect(warning.WithIsSuppressed(true), source.Name, source.LineOf(" Handler("));
        test.Expect(warning.WithIsSuppressed(false), source.Name, source.LineOf(" Local("));
        test.Expect(warning.WithIsSuppressed(false), source.Name, source.LineOf(" Helper("));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}

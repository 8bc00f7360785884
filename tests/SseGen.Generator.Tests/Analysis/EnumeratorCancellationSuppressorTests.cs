using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Analysis;

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
                public static async IAsyncEnumerable<int> Handler(CancellationToken token)
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

        var diagnostics = await source.Project().Compile()
            .WithAnalyzers(
                [new ShutdownAnalyzer(), new EnumeratorCancellationSuppressor()],
                new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false, reportSuppressedDiagnostics: true))
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        var warnings = diagnostics.Where(diagnostic => diagnostic.Id == "CS8425").OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        Assert.Equal([true, false, false], warnings.Select(warning => warning.IsSuppressed));
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == "SSE102");
    }
}

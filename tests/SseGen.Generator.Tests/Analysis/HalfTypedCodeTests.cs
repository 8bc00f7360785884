using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Tests.CodeFixes;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>
/// An editor runs everything on every key stroke, and code that is being typed is wrong most of the time. So tokens are deleted at random
/// from the files of the corpus and of the cases, and nothing may throw: analyzers, suppressor, generator, code fixes.
/// </summary>
public sealed class HalfTypedCodeTests
{
    /// <summary>What all rounds together may take: a slow machine does fewer of them, always in the same order.</summary>
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(8);

    private static readonly ImmutableArray<MarkedSource> s_sources = [.. MarkedSource.In("Corpus"), .. MarkedSource.In("Cases")];

    [Fact]
    public async Task Nothing_throws_on_code_with_tokens_missing()
    {
        var started = Stopwatch.GetTimestamp();
        var rounds = 0;
        await Parallel.ForEachAsync(Seeds(started), TestContext.Current.CancellationToken, async (seed, cancellationToken) =>
        {
            var source = s_sources[seed % s_sources.Length];
            var half = source.Project().With(source.Name, WithTokensMissing(source.Text, new Random(seed)));
            await RunAsync(half, $"{source.Name}, seed {seed}", cancellationToken);
            Interlocked.Increment(ref rounds);
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds over {s_sources.Length} files");
        Assert.True(rounds > 0);
    }

    private static IEnumerable<int> Seeds(long started)
    {
        for (var seed = 0; Stopwatch.GetElapsedTime(started) < s_budget; seed++)
        {
            yield return seed;
        }
    }

    private static string WithTokensMissing(string text, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(text, SourceProject.ParseOptions).GetRoot().DescendantTokens().ToList();
        var deleted = Enumerable.Range(0, 1 + random.Next(40)).Select(_ => tokens[random.Next(tokens.Count)].Span).Distinct().OrderByDescending(span => span.Start);
        return deleted.Aggregate(text, (left, span) => left.Remove(span.Start, span.Length));
    }

    private static async Task RunAsync(SourceProject project, string where, CancellationToken cancellationToken)
    {
        var compilation = MarkedSource.Compile(project);
        var driver = CSharpGeneratorDriver
            .Create(CompilerExtensions.Generators(), parseOptions: SourceProject.ParseOptions)
            .RunGenerators(compilation, cancellationToken);
        Assert.All(driver.GetRunResult().Results, result => Assert.True(result.Exception is null, $"{where}: {result.Exception}"));

        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(CompilerExtensions.Analyzers(), options).GetAllDiagnosticsAsync(cancellationToken);
        Assert.True(thrown is null, $"{where}: {thrown}");
        if (await Record.ExceptionAsync(() => HalfTypedFixes.ApplyAsync(project, diagnostics, cancellationToken)) is { } failed)
        {
            Assert.Fail($"{where}: {failed}");
        }
    }
}

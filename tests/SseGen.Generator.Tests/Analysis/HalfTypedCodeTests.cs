using Microsoft.CodeAnalysis.CSharp;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>An editor runs the analyzers on every key stroke: code that is being typed is wrong most of the time.</summary>
public sealed class HalfTypedCodeTests
{
    private const int Variants = 12;

    public static TheoryData<string> Files => [.. MarkedSource.In("Corpus").Concat(MarkedSource.In("Cases")).Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_analyzer_never_throws_on_code_with_tokens_missing(string file)
    {
        var source = MarkedSource.In(file.Split('/')[0]).Single(candidate => candidate.Name == file);
        var project = source.Project();
        var compilation = project.Compile();
        var tokens = CSharpSyntaxTree.ParseText(source.Text, SourceProject.ParseOptions, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToList();
        for (var seed = 0; seed < Variants; seed++)
        {
            var random = new Random(seed);
            var text = source.Text;
            var deleted = Enumerable.Range(0, 1 + random.Next(40)).Select(_ => tokens[random.Next(tokens.Count)].Span).Distinct().OrderByDescending(span => span.Start);
            foreach (var span in deleted)
            {
                text = text.Remove(span.Start, span.Length);
            }

            await MarkedSource.ReportedAsync(project.With(source.Name, text).Compile(compilation));
        }
    }
}

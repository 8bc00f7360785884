using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Documents;

/// <summary>The code of the page for beginners is one project, and a good one.</summary>
public sealed partial class GettingStartedTests
{
    [Fact]
    public async Task The_code_of_the_page_compiles_and_no_analyzer_has_anything_to_say()
    {
        var blocks = CodeBlock().Matches(Repository.Read("docs", "getting-started.md")).Select(block => block.Groups["code"].Value).ToArray();
        var project = blocks
            .Select((code, i) => (Name: $"Block{i}.cs", Code: code))
            .Aggregate(new SourceProject { OutputKind = OutputKind.ConsoleApplication }, (project, block) => project.With(block.Name, block.Code));

        var run = GeneratorRun.Of(project);

        Assert.Equal(3, blocks.Length);
        Assert.Contains("\"/rooms/{room}/temperature\"", run.Text, StringComparison.Ordinal);
        Assert.Empty(await AnalyzerRun.DiagnosticsAsync(project));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}

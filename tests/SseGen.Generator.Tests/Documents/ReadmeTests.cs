using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Documents;

/// <summary>What the documents say is true: their code compiles, their links lead somewhere, their commands exist.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(Repository.PathOf("README.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public async Task The_first_endpoint_compiles_and_no_analyzer_has_anything_to_say()
    {
        var block = Assert.Single(CodeBlock().Matches(Repository.Read("README.md"))).Groups["code"].Value;
        var project = SourceProject.Of(block) with { OutputKind = OutputKind.ConsoleApplication };

        var run = GeneratorRun.Of(project);

        Assert.Contains("\"/clock\"", run.Text, StringComparison.Ordinal);
        Assert.Empty(await AnalyzerRun.DiagnosticsAsync(project));
        Assert.InRange(block.Split('\n').Count(line => line.Trim() is not ("" or "{" or "}") && !line.StartsWith("using", StringComparison.Ordinal)), 1, 20);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_link_leads_to_a_file(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        foreach (var target in Link().Matches(Repository.Read(document)).Select(link => link.Groups["target"].Value))
        {
            Assert.True(
                target.StartsWith("http", StringComparison.Ordinal) || Path.Exists(Path.Combine(folder, target.Split('#')[0])),
                $"{document} links to {target}, which does not exist.");
        }
    }

    [Theory]
    [InlineData("samples/Showcase", "dotnet run --project samples/Showcase")]
    [InlineData("tests/run.sh", "bash tests/run.sh")]
    public void A_command_of_the_readme_has_what_it_runs(string path, string command)
    {
        Assert.Contains($"```bash\n{command}\n```", Repository.Read("README.md"), StringComparison.Ordinal);
        Assert.True(Path.Exists(Repository.PathOf(path)), path);
    }

    [Fact]
    public void The_map_of_the_tree_names_folders_that_exist()
    {
        var map = Repository.Read("README.md").Split("## Where things are")[1].Split("```")[1];
        var top = "";
        foreach (var line in map.Split('\n').Where(line => line.Contains('/', StringComparison.Ordinal)))
        {
            var names = line.TrimStart().Split("  ")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => name.EndsWith('/')).ToList();
            top = line.StartsWith(' ') ? top : names[0];
            Assert.All(names, name => Assert.True(
                Directory.Exists(Repository.PathOf(line.StartsWith(' ') ? top + name : name)), $"{line.Trim()}: there is no folder {name}."));
        }
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}

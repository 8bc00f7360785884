using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Documents;

/// <summary>The example of a rule's page breaks that rule and no other; what the page recommends breaks none.</summary>
public sealed partial class DiagnosticPageTests
{
    /// <summary>What the examples take for granted.</summary>
    private const string Domain = """
        global using System.Text.Json.Serialization;
        global using System.Threading.Channels;

        public sealed record Trade(long Sequence, string Symbol, decimal Price);

        public sealed class MarketFeed
        {
            public IAsyncEnumerable<Trade> ReadAsync(string symbol, CancellationToken cancellationToken = default) =>
                throw new NotSupportedException();
        }

        public sealed class ItemStore<T>
        {
            public IAsyncEnumerable<T> ReadAsync() => throw new NotSupportedException();
        }

        public sealed record Book(string Title);

        public sealed record Failure(string Reason);

        public sealed record Question(string Text);

        public sealed record Token(string Text);

        public sealed record Delivery(long Number);

        public sealed class OrderFeed
        {
            public IAsyncEnumerable<Delivery> ReadAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
        }

        public sealed class JobQueue
        {
            public bool TryTake(out string job) => throw new NotSupportedException();
        }

        public sealed class TradeFeed
        {
            public Task<Trade> NextAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
        }

        public sealed class PriceFeed
        {
            public event Action<decimal>? Changed;
            public IAsyncEnumerable<string> ReadAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public Task ReplayAsync(ChannelWriter<decimal> prices, CancellationToken cancellationToken = default) { Changed?.Invoke(1); return Task.CompletedTask; }
        }
        """;

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.PathOf("docs", "diagnostics"), "SSE?*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_example_breaks_the_rule_and_the_fix_does_not(string id)
    {
        var page = Repository.Read("docs", "diagnostics", id + ".md");

        Assert.Equal([id], await BrokenRulesAsync(Section(page, "Example")));
        Assert.Empty(await BrokenRulesAsync(Section(page, "Fix")));
    }

    private static string Section(string page, string title) =>
        Assert.Single(CodeBlock().Matches(page), block => block.Groups["title"].Value == title).Groups["code"].Value;

    private static async Task<IEnumerable<string>> BrokenRulesAsync(string example)
    {
        // A body that the page leaves out is of no consequence for the shape of a handler.
        var code = LeftOutBody().IsMatch(example)
            ? LeftOutBody().Replace(example, " => throw new NotSupportedException();").Replace(" async ", " ", StringComparison.Ordinal)
            : example;
        var isWhole = code.StartsWith("[assembly:", StringComparison.Ordinal) || TypeDeclaration().IsMatch(code);
        var source = isWhole ? code : "public sealed class Page\n{\n" + code + "\n}";
        var found = await AnalyzerRun.DiagnosticsAsync(SourceProject.Of(source).With("Domain.cs", Domain));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) && diagnostic.Severity == DiagnosticSeverity.Error);
        return found.Select(diagnostic => diagnostic.Id).Where(name => name.StartsWith("SSE", StringComparison.Ordinal)).Distinct();
    }

    [GeneratedRegex(@"^## (?<title>\w+)\n[^`#]*```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\s*\{ … \}")]
    private static partial Regex LeftOutBody();

    [GeneratedRegex(@"^(public|internal|file)[\w\s]* (class|interface|record) ", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}

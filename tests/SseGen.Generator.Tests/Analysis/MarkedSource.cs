using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>
/// A source file whose lines name in a comment at their end what the shutdown rules must report there: <c>// SSE104</c>. It is
/// compiled with stand-ins for the packages it uses.
/// </summary>
public sealed partial class MarkedSource
{
    /// <summary>Stand-ins for the packages that the sources use.</summary>
    private const string Packages = "Packages.cs";

    private static readonly SourceProject s_project = new SourceProject { AssemblyName = "Demo" }.With(Packages, Read("Surface/" + Packages));

    private static readonly Lazy<CSharpCompilation> s_compilation = new(() => s_project.Compile());

    private MarkedSource(string name, string text) => (Name, Text) = (name, text);

    public string Name { get; }

    public string Text { get; }

    /// <summary>The files below a folder of this directory.</summary>
    public static IEnumerable<MarkedSource> In(string folder) =>
        typeof(MarkedSource).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new MarkedSource(name, Read(name)));

    public static MarkedSource Of(string text) => new("Test.cs", text);

    /// <summary>The project of this file.</summary>
    public SourceProject Project() => s_project.With(Name, Text);

    /// <summary>A project of this folder, compiled. The references are read once for all of them, which takes longer than all the rest.</summary>
    public static CSharpCompilation Compile(SourceProject project) => project.Compile(s_compilation.Value);

    /// <summary>What is marked, as line and id.</summary>
    public IEnumerable<(int Line, string Id)> Expected() =>
        from line in Text.Split('\n').Select((text, index) => (text, index))
        from Match id in Ids().Matches(Marks().Match(line.text).Value)
        select (line.index + 1, id.Value);

    /// <summary>Requires exactly what is marked, by whichever rule. A source that does not compile is a mistake in the test.</summary>
    public Task VerifyAsync() => Test([this]).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Requires exactly what is marked in files that are compiled together.</summary>
    internal static MarkedLinesTest Test(IReadOnlyCollection<MarkedSource> sources)
    {
        var test = new MarkedLinesTest(sources.Aggregate(s_project, (project, source) => project.With(source.Name, source.Text)));
        foreach (var source in sources)
        {
            foreach (var (line, id) in source.Expected())
            {
                test.Expect(id, source.Name, line);
            }
        }

        return test;
    }

    /// <summary>The number of the first line that has a text in it.</summary>
    public int LineOf(string part) => Text.Split('\n').Index().First(line => line.Item.Contains(part, StringComparison.Ordinal)).Index + 1;

    /// <summary>The handlers of the file.</summary>
    public IEnumerable<MethodDeclarationSyntax> Handlers() =>
        CSharpSyntaxTree.ParseText(Text, SourceProject.ParseOptions).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.ToString().Contains("EventStream(", StringComparison.Ordinal));

    private static string Read(string name)
    {
        using var stream = typeof(MarkedSource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"//(\s*SSE1\d\d,?)+\s*$")]
    private static partial Regex Marks();

    [GeneratedRegex(@"SSE1\d\d")]
    private static partial Regex Ids();
}

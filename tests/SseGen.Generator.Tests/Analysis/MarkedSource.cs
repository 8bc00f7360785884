using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Analysis;
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

    /// <summary>What the analyzer reports. A source that does not compile is a mistake in the test.</summary>
    public async Task<ImmutableArray<Diagnostic>> ReportedAsync()
    {
        var compilation = Compile(Project());
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
        return await ReportedAsync(compilation);
    }

    /// <summary>What the analyzer reports, whether or not the compilation has errors. An analyzer that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> ReportedAsync(Compilation compilation)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var reported = await compilation
            .WithAnalyzers([new ShutdownAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Null(thrown);
        return reported;
    }

    /// <summary>Requires exactly what is marked.</summary>
    public async Task VerifyAsync()
    {
        var reported = (await ReportedAsync()).Select(diagnostic => (Line: diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.Id)).ToList();
        var missing = Expected().Where(one => !reported.Remove(one)).Select(one => "missing:    " + Describe(one)).ToList();
        var unexpected = reported.Select(one => "unexpected: " + Describe(one));
        var wrong = string.Join('\n', missing.Concat(unexpected));
        Assert.True(wrong.Length == 0, wrong);
    }

    /// <summary>The handlers of the file.</summary>
    public IEnumerable<MethodDeclarationSyntax> Handlers() =>
        CSharpSyntaxTree.ParseText(Text, SourceProject.ParseOptions).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.ToString().Contains("EventStream(", StringComparison.Ordinal));

    private string Describe((int Line, string Id) one) => $"{Name}({one.Line}): {one.Id}  {Text.Split('\n')[one.Line - 1].Trim()}";

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

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
/// compiled with stand-ins for the packages it uses, and for those types of SseGen that the library does not have yet.
/// </summary>
public sealed partial class MarkedSource
{
    private static readonly ImmutableArray<(string Name, string Text)> s_surface =
    [
        .. typeof(MarkedSource).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Surface/", StringComparison.Ordinal))
            .Select(name => (name["Surface/".Length..], Read(name))),
    ];

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
    public SourceProject Project()
    {
        var project = new SourceProject { AssemblyName = "Demo" }.With(Name, Text);
        var known = new SourceProject { AssemblyName = "Demo" }.Compile();
        foreach (var (name, text) in s_surface)
        {
            var type = CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
                .GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>().First();
            var metadataName = "SseGen." + type.Identifier.ValueText + (type.Arity == 0 ? "" : $"`{type.Arity}");
            if (name == "Packages.cs" || known.GetTypeByMetadataName(metadataName) is null)
            {
                project = project.With(name, text);
            }
        }

        return project;
    }

    /// <summary>What is marked, as line and id.</summary>
    public IEnumerable<(int Line, string Id)> Expected() =>
        from line in Text.Split('\n').Select((text, index) => (text, index))
        from Match id in Ids().Matches(Marks().Match(line.text).Value)
        select (line.index + 1, id.Value);

    /// <summary>What the analyzer reports. A source that does not compile is a mistake in the test.</summary>
    public async Task<ImmutableArray<Diagnostic>> ReportedAsync()
    {
        var compilation = Project().Compile();
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

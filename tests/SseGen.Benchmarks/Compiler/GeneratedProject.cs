using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SseGen.TestKit;

namespace SseGen.Benchmarks.Compiler;

/// <summary>
/// A user's project with as many handlers as asked for: ten in a class and a file, each with a payload type of its own, and the
/// payloads of a class in another file. Beside them stands a file that has nothing to do with any of it.
/// </summary>
internal sealed class GeneratedProject
{
    public const int HandlersInAFile = 10;

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions s_options =
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithNullableContextOptions(NullableContextOptions.Enable);

    private GeneratedProject(int handlers, CSharpCompilation compilation)
    {
        Handlers = handlers;
        Compilation = compilation;
    }

    public int Handlers { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>A project whose payloads are served by <c>[EventStream]</c> methods.</summary>
    public static GeneratedProject WithEventStreams(int handlers) => Create(handlers, files => files
        .Concat(Enumerable.Range(0, handlers / HandlersInAFile).Select(file => ($"Handlers{file}.cs", ProjectSources.Handlers(file)))));

    /// <summary>The same payloads, listed for System.Text.Json's generator.</summary>
    public static GeneratedProject WithJsonContext(int handlers) => Create(handlers, files => files
        .Append(("JsonContext.cs", ProjectSources.JsonContext(handlers))));

    /// <summary>This project after one keystroke.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="old"/> is not in the file.</exception>
    public GeneratedProject Type(string file, string old, string @new)
    {
        var tree = Compilation.SyntaxTrees.First(one => one.FilePath == file);
        var text = tree.GetText();
        var at = text.ToString().IndexOf(old, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"{file} has no '{old}'.");
        }

        var edited = tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, old.Length), @new)));
        return new GeneratedProject(Handlers, Compilation.ReplaceSyntaxTree(tree, edited));
    }

    /// <summary>The same text in trees and a compilation that nobody has looked at yet, as a compiler has them that was just started.</summary>
    public GeneratedProject Fresh() => new(
        Handlers,
        CSharpCompilation.Create(
            "Generated", Compilation.SyntaxTrees.Select(tree => Parse(tree.FilePath, tree.ToString())), Compilation.References, s_options));

    private static GeneratedProject Create(
        int handlers, Func<IEnumerable<(string Name, string Text)>, IEnumerable<(string Name, string Text)>> add)
    {
        IEnumerable<(string Name, string Text)> files =
        [
            ("Usings.cs", ProjectSources.Usings),
            ("Unrelated.cs", ProjectSources.Unrelated),
            .. Enumerable.Range(0, handlers / HandlersInAFile).Select(file => ($"Payloads{file}.cs", ProjectSources.Payloads(file))),
        ];
        var trees = add(files).Select(file => Parse(file.Name, file.Text));
        return new GeneratedProject(handlers, CSharpCompilation.Create("Generated", trees, FrameworkReferences.All, s_options));
    }

    private static SyntaxTree Parse(string name, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), s_parseOptions, name);
}

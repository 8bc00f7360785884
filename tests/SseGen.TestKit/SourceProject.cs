using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace SseGen.TestKit;

/// <summary>
/// A user's web project, as a value: named source files and what they are compiled with. An edit gives a new project and leaves
/// this one as it was.
/// </summary>
public sealed record SourceProject
{
    private const string MainFile = "Program.cs";

    /// <summary>What a web project has under <c>&lt;ImplicitUsings&gt;</c>, and the one line that every user of SseGen writes.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using SseGen;
        global using System.Runtime.CompilerServices;
        """;

    /// <summary>The files by name, in the order in which they were added.</summary>
    public ImmutableList<(string Name, string Text)> Files { get; init; } = [];

    /// <summary>Whether the project has the usings of a web project with <c>ImplicitUsings</c>. Default: <see langword="true"/>.</summary>
    public bool ImplicitUsings { get; init; } = true;

    /// <summary>The assembly's name.</summary>
    public string AssemblyName { get; init; } = "Demo";

    /// <summary>A library, or a program with top-level statements.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>References besides ASP.NET Core and SseGen.</summary>
    public ImmutableList<MetadataReference> References { get; init; } = [];

    /// <summary>Whether the compiler is told of nullable reference types. Default: <see cref="NullableContextOptions.Enable"/>.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>How the sources are read: the newest language the compiler has, doc comments checked.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>A project of one file.</summary>
    public static SourceProject Of(string source) => new SourceProject().With(MainFile, source);

    /// <summary>Adds a file, or replaces the one of that name.</summary>
    public SourceProject With(string name, string text)
    {
        var index = Files.FindIndex(file => file.Name == name);
        return this with { Files = index < 0 ? Files.Add((name, text)) : Files.SetItem(index, (name, text)) };
    }

    /// <summary>Replaces <paramref name="old"/>, which must occur exactly once in all the files, by <paramref name="new"/>.</summary>
    public SourceProject Edit(string old, string @new)
    {
        var hits = Files.Where(file => file.Text.Contains(old, StringComparison.Ordinal)).ToList();
        Assert.True(hits.Count == 1, $"'{old}' stands in {hits.Count} files; an edit needs exactly one.");
        var at = hits[0].Text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(
            hits[0].Text.IndexOf(old, at + 1, StringComparison.Ordinal) < 0,
            $"'{old}' stands in {hits[0].Name} more than once; an edit needs exactly one place.");
        return With(hits[0].Name, hits[0].Text.Remove(at, old.Length).Insert(at, @new));
    }

    /// <summary>The compilation of this project as it stands, without what generators add.</summary>
    public CSharpCompilation Compile() =>
        CSharpCompilation.Create(AssemblyName, Trees(), [.. FrameworkReferences.All, .. References], CompilationOptions);

    /// <summary>
    /// The compilation of this project, made from <paramref name="earlier"/> as an editor makes it: the trees of files that did not
    /// change stay the same objects, so that whatever is cached for them can be used.
    /// </summary>
    public CSharpCompilation Compile(CSharpCompilation earlier)
    {
        var kept = earlier.SyntaxTrees.ToDictionary(tree => tree.FilePath);
        var trees = Trees().Select(tree =>
            kept.TryGetValue(tree.FilePath, out var same) && same.GetText().ContentEquals(tree.GetText()) ? same : tree);
        return earlier.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
    }

    /// <summary>What the compiler is told besides the sources and how to read them.</summary>
    public CSharpCompilationOptions CompilationOptions => new CSharpCompilationOptions(OutputKind)
        .WithNullableContextOptions(Nullable)
        .WithWarningLevel(9999)
        .WithDeterministic(true)
        // Test sources are samples: their public members have no doc comments. CS1701/CS1702 are off in every SDK project.
        .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic>
        {
            ["CS1591"] = ReportDiagnostic.Suppress,
            ["CS1701"] = ReportDiagnostic.Suppress,
            ["CS1702"] = ReportDiagnostic.Suppress,
        });

    /// <summary>The files, and the one of the implicit usings when the project has them.</summary>
    public ImmutableList<(string Name, string Text)> FilesWithUsings => ImplicitUsings ? Files.Insert(0, ("GlobalUsings.cs", Usings)) : Files;

    private IEnumerable<SyntaxTree> Trees() => FilesWithUsings.Select(file => CSharpSyntaxTree.ParseText(
        SourceText.From(file.Text, System.Text.Encoding.UTF8), ParseOptions, file.Name));
}

file static class SourceTextExtensions
{
    /// <summary>Whether two texts read the same.</summary>
    public static bool ContentEquals(this SourceText text, SourceText other) =>
        text.Length == other.Length && text.ToString() == other.ToString();
}

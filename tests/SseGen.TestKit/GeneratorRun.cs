using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SseGen.TestKit;

/// <summary>
/// One run of the generator over a project. To have one means that its output compiles without a single warning, and that a
/// further run, after an edit of an unrelated file, found every step cached: no generator test can leave that out.
/// </summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;

    private GeneratorRun(SourceProject project, CSharpCompilation input, GeneratorDriver driver)
    {
        Project = project;
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);
        Output = (CSharpCompilation)output;
        Assert.True(diagnostics.IsEmpty, "The generator is silent; analyzers report. It said:\n" + Lines(diagnostics));
        foreach (var result in _driver.GetRunResult().Results)
        {
            Assert.True(result.Exception is null, $"{result.Generator.GetGeneratorType().Name} threw:\n{result.Exception}");
        }
    }

    /// <summary>What was compiled.</summary>
    public SourceProject Project { get; }

    /// <summary>The project with the generated files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the driver tells of the run.</summary>
    public GeneratorDriverRunResult Result => _driver.GetRunResult();

    /// <summary>The generated files by hint name; without the one that Roslyn itself adds.</summary>
    public ImmutableSortedDictionary<string, string> Files => Result.Results
        .SelectMany(result => result.GeneratedSources)
        .Where(source => source.HintName != "Microsoft.CodeAnalysis.EmbeddedAttribute.cs")
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>All generated text, for a test that looks for a part of it.</summary>
    public string Text => string.Join("\n", Files.Values);

    /// <summary>What became of each step that the generator named, and under <c>Output</c> of the files.</summary>
    public StepOutcomes Steps => StepOutcomes.Of(Result);

    /// <summary>Runs the generator over a project of one file; see <see cref="Of(SourceProject)"/>.</summary>
    public static GeneratorRun Of(string source) => Of(SourceProject.Of(source));

    /// <summary>Runs the generator, requires a compilation without errors and warnings, and a cached second run.</summary>
    public static GeneratorRun Of(SourceProject project)
    {
        var run = Unchecked(project);
        run.RequireCleanCompilation();
        run.RequireCachedRerun();
        return run;
    }

    /// <summary>
    /// Runs the generator over a project that has compiler errors of its own. They must be exactly <paramref name="expectedIds"/>, and none
    /// of them may lie in generated code.
    /// </summary>
    public static GeneratorRun OfBroken(SourceProject project, params string[] expectedIds)
    {
        var run = Unchecked(project);
        var found = run.CompilerDiagnostics();
        Assert.Equal(expectedIds.Order(StringComparer.Ordinal), found.Select(d => d.Id).Order(StringComparer.Ordinal));
        var generated = run.Result.GeneratedTrees.ToHashSet();
        Assert.DoesNotContain(found, d => d.Location.SourceTree is { } tree && generated.Contains(tree));
        run.RequireCachedRerun();
        return run;
    }

    /// <summary>
    /// Edits the project and runs again with the same driver, as an editor does. The result must compile without warnings and be what a
    /// fresh run makes of the edited project, to the letter: that is how stale output shows.
    /// </summary>
    public GeneratorRun After(Func<SourceProject, SourceProject> edit)
    {
        var edited = edit(Project);
        var incremental = new GeneratorRun(edited, edited.Compile(_input), _driver);
        Assert.Equal(Unchecked(edited).Files, incremental.Files);
        incremental.RequireCleanCompilation();
        return incremental;
    }

    /// <summary>The values that a named step gave.</summary>
    public IReadOnlyList<object?> Values(string step) =>
    [
        .. Result.Results
            .Where(result => result.TrackedSteps.ContainsKey(step))
            .SelectMany(result => result.TrackedSteps[step])
            .SelectMany(run => run.Outputs)
            .Select(output => output.Value),
    ];

    /// <summary>
    /// Compiles to memory and loads it, in a context of its own that shares SseGen and the framework with the test. For tests that
    /// would rather run generated code than read it.
    /// </summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var emitted = Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, Lines(emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(Project.AssemblyName, isCollectible: true).LoadFromStream(image);
    }

    /// <summary>The compiled project as a reference of another one.</summary>
    public MetadataReference ToReference()
    {
        using var image = new MemoryStream();
        var emitted = Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, Lines(emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static GeneratorRun Unchecked(SourceProject project) => new(project, project.Compile(), CSharpGeneratorDriver.Create(
        CompilerExtensions.Generators(),
        parseOptions: SourceProject.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)));

    private void RequireCleanCompilation()
    {
        var found = CompilerDiagnostics();
        if (found.Count > 0)
        {
            var files = string.Join("\n", Files.Select(file => $"---- {file.Key}\n{Numbered(file.Value)}"));
            Assert.Fail($"The output does not compile cleanly:\n{Lines(found)}\n\n{files}");
        }
    }

    private void RequireCachedRerun()
    {
        var unrelated = Project.With("Unrelated.cs", "internal static class Unrelated { internal const int Answer = 42; }");
        var rerun = new GeneratorRun(unrelated, unrelated.Compile(_input), _driver);
        rerun.Steps.RequireCached();
        Assert.Equal(Files, rerun.Files);
    }

    private List<Diagnostic> CompilerDiagnostics()
    {
        // Emitting finds what GetDiagnostics does not: limits of the format, missing members of the runtime.
        var diagnostics = Output.Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken).Diagnostics;
        return [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)];
    }

    private static string Lines(IEnumerable<Diagnostic> diagnostics) => string.Join("\n", diagnostics);

    private static string Numbered(string text) =>
        string.Join("\n", text.Split('\n').Select((line, index) => $"{index + 1,4}  {line}"));
}

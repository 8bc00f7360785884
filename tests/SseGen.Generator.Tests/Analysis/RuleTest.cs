using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using SseGen.Generator.Analysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>All analyzers and suppressors over a project: what is not expected must not be reported, by whichever rule.</summary>
internal abstract class RuleTest : CSharpAnalyzerTest<ShutdownAnalyzer, DefaultVerifier>
{
    protected RuleTest(SourceProject project)
    {
        Project = project;
        // The framework would download a reference pack; the tests' own references are those of a user's project.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        // Each of them runs everything once more.
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        TestState.OutputKind = project.OutputKind;
        TestState.AdditionalReferences.AddRange([.. FrameworkReferences.All, .. project.References]);
        foreach (var file in project.FilesWithUsings)
        {
            TestState.Sources.Add(file);
        }
    }

    /// <summary>What the analyzers are run over.</summary>
    protected SourceProject Project { get; }

    /// <summary>The services that all tests share: those of the framework are made anew for each, for code fixes.</summary>
    protected override Task<Workspace> CreateWorkspaceImplAsync() => Task.FromResult<Workspace>(new AdhocWorkspace());

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => CompilerExtensions.Analyzers();

    protected override ParseOptions CreateParseOptions() => SourceProject.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => Project.CompilationOptions;
}

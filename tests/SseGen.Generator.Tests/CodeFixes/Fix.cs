using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using SseGen.Generator.Analysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.CodeFixes;

/// <summary>
/// Runs a fix over a source with marked diagnostics: once for each of them, and for all at once; both must give the same text, which
/// compiles and in which only what is marked there is reported.
/// </summary>
internal static class Fix
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Channels;
        global using System.Threading.Tasks;
        global using SseGen;
        """;

    public static async Task VerifyAsync<TFix>(string source, string @fixed, bool globalUsings = true, int? iterations = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<ShutdownAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = source,
            FixedCode = @fixed,
            // The framework would download a reference pack; the tests' own references are those of a user's project.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
            NumberOfIncrementalIterations = iterations,
            SolutionTransforms = { WithOptions },
        };
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            if (globalUsings)
            {
                state.Sources.Add(("Usings.cs", Usings));
            }

        }

        test.TestState.AdditionalReferences.AddRange(FrameworkReferences.All);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static Solution WithOptions(Solution solution, ProjectId project) => solution
        .WithProjectParseOptions(project, SourceProject.ParseOptions)
        .WithProjectCompilationOptions(project, solution.GetProject(project)!.CompilationOptions!.WithSpecificDiagnosticOptions(
            new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1591"] = ReportDiagnostic.Suppress }));
}

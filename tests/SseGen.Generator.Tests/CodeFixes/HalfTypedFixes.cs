using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SseGen.CodeFixes;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.CodeFixes;

/// <summary>Applies whatever fix is offered for what was reported on code that may not compile. The outcome is of no interest, only that there is one.</summary>
internal static class HalfTypedFixes
{
    private static readonly ImmutableArray<CodeFixProvider> s_fixes =
    [
        .. typeof(DocumentFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private static readonly Lazy<Task<Project>> s_empty = new(() => EmptyAsync(TestContext.Current.CancellationToken));

    /// <summary>Applies one fix for each id that was reported in a project.</summary>
    public static async Task ApplyAsync(SourceProject source, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var offered = diagnostics
            .Where(diagnostic => source.Files.Exists(file => file.Name == diagnostic.Location.SourceTree?.FilePath))
            .DistinctBy(diagnostic => diagnostic.Id)
            .SelectMany(diagnostic => s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)).Select(fix => (fix, diagnostic)))
            .ToList();
        if (offered.Count == 0)
        {
            return;
        }

        var project = await s_empty.Value;
        foreach (var (name, text) in source.Files)
        {
            project = project.AddDocument(name, text, filePath: name).Project;
        }

        foreach (var (fix, diagnostic) in offered)
        {
            var document = project.Documents.Single(candidate => candidate.FilePath == diagnostic.Location.SourceTree!.FilePath);
            var actions = new List<CodeAction>();
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
            foreach (var action in actions)
            {
                await action.GetOperationsAsync(cancellationToken);
            }
        }
    }

    /// <summary>A project with its references read, which takes longer than all the rest; those with files share them.</summary>
    private static async Task<Project> EmptyAsync(CancellationToken cancellationToken)
    {
        var settings = new SourceProject().Compile();
        var project = new AdhocWorkspace().AddProject("Demo", LanguageNames.CSharp)
            .WithParseOptions(SourceProject.ParseOptions)
            .WithCompilationOptions(settings.Options)
            .WithMetadataReferences(settings.References)
            .AddDocument("GlobalUsings.cs", await settings.SyntaxTrees.Single().GetTextAsync(cancellationToken)).Project;
        await project.GetCompilationAsync(cancellationToken);
        return project;
    }
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace SseGen.CodeFixes;

/// <summary>
/// SSE101: adds a <c>CancellationToken</c> to the handler, marked when it is an async iterator. Where other code calls the handler, or
/// parameters are optional, it gets a default value, so that calls stay right. Not offered for partial, overriding and
/// interface methods, whose signature is not theirs alone.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingTokenFix)), Shared]
public sealed class MissingTokenFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SSE101"];

    /// <inheritdoc/>
    protected override string Title => "Add a CancellationToken parameter";

    /// <inheritdoc/>
    protected override async Task<bool> TryEditAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || editor.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken) is not { } method
            || declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            || method.IsOverride
            || IsOfInterface(method))
        {
            return false;
        }

        var isIterator = method.IsAsync && method.ReturnType.Name == "IAsyncEnumerable";
        var needsDefault = method.Parameters.Any(static parameter => parameter.IsOptional)
            || await IsCalledAsync(method, editor.OriginalDocument.Project.Solution, cancellationToken).ConfigureAwait(false);
        var parameter = Parameter(Name(declaration), isIterator, needsDefault);
        var index = method.Parameters.Any(static last => last.IsParams) ? method.Parameters.Length - 1 : method.Parameters.Length;

        UsingDirectives.Ensure(editor, "System.Threading", "CancellationToken", declaration.SpanStart);
        if (isIterator)
        {
            UsingDirectives.Ensure(editor, "System.Runtime.CompilerServices", "EnumeratorCancellationAttribute", declaration.SpanStart);
        }

        editor.ReplaceNode(
            declaration.ParameterList,
            (current, _) => ((ParameterListSyntax)current).WithParameters(((ParameterListSyntax)current).Parameters.InsertLaidOut(index, parameter)));
        return true;
    }

    private static bool IsOfInterface(IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Interface
        || method.ContainingType.AllInterfaces
            .SelectMany(candidate => candidate.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Calls in generated code are written anew; those of the user are not.</summary>
    private static async Task<bool> IsCalledAsync(IMethodSymbol method, Solution solution, CancellationToken cancellationToken)
    {
        var references = await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false);
        return references.SelectMany(static reference => reference.Locations).Any(static location => location.Document is not SourceGeneratedDocument);
    }

    private static string Name(MethodDeclarationSyntax declaration)
    {
        var taken = new HashSet<string>(declaration.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        string[] names = ["cancellationToken", "token", "streamToken"];
        return names.FirstOrDefault(name => !taken.Contains(name)) ?? "streamCancellationToken";
    }

    private static ParameterSyntax Parameter(string name, bool isIterator, bool needsDefault) =>
        SyntaxFactory.ParseParameterList($"({(isIterator ? "[EnumeratorCancellation] " : "")}CancellationToken {name}{(needsDefault ? " = default" : "")})").Parameters[0];
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace SseGen.CodeFixes;

/// <summary>SSE102: marks the token with <c>[EnumeratorCancellation]</c> and adds the <c>using</c> for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EnumeratorCancellationFix)), Shared]
public sealed class EnumeratorCancellationFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SSE102"];

    /// <inheritdoc/>
    protected override string Title => "Add [EnumeratorCancellation]";

    /// <inheritdoc/>
    protected override Task<bool> TryEditAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter)
        {
            return Task.FromResult(false);
        }

        UsingDirectives.Ensure(editor, "System.Runtime.CompilerServices", "EnumeratorCancellationAttribute", parameter.SpanStart);
        editor.ReplaceNode(parameter, static (current, _) => Mark((ParameterSyntax)current));
        return Task.FromResult(true);
    }

    private static ParameterSyntax Mark(ParameterSyntax parameter)
    {
        var attribute = SyntaxFactory
            .AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("EnumeratorCancellation"))))
            .WithTrailingTrivia(SyntaxFactory.Space);
        if (parameter.AttributeLists.Count > 0)
        {
            return parameter.AddAttributeLists(attribute);
        }

        var leading = parameter.GetLeadingTrivia();
        return parameter.WithoutLeadingTrivia().AddAttributeLists(attribute).WithLeadingTrivia(leading);
    }
}

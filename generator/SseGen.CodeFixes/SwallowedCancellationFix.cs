using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SseGen.Generator.Analysis;

namespace SseGen.CodeFixes;

/// <summary>
/// SSE105: lets the cancellation of the stream pass by a filter on its token. Time-outs and other cancellations are caught as before. Not
/// offered for a clause that already has a filter about cancellation: it says something else on purpose.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwallowedCancellationFix)), Shared]
public sealed class SwallowedCancellationFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SSE105"];

    /// <inheritdoc/>
    protected override string Title => "Let the stream's cancellation pass";

    /// <inheritdoc/>
    protected override Task<bool> TryEditAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(SwallowedCancellationRule.TokenProperty, out var token)
            || token is null
            || editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause
            || clause.Filter?.ToString().Contains("ancellation") == true)
        {
            return Task.FromResult(false);
        }

        editor.ReplaceNode(clause, (current, _) => AddFilter((CatchClauseSyntax)current, token));
        return Task.FromResult(true);
    }

    private static CatchClauseSyntax AddFilter(CatchClauseSyntax clause, string token)
    {
        if (clause.Filter is { } filter)
        {
            return clause.WithFilter(filter.WithFilterExpression(
                SyntaxFactory.ParseExpression($"!{token}.IsCancellationRequested && {Operand(filter.FilterExpression)}")));
        }

        var last = clause.Declaration?.CloseParenToken ?? clause.CatchKeyword;
        var added = SyntaxFactory
            .CatchFilterClause(SyntaxFactory.ParseExpression($"!{token}.IsCancellationRequested"))
            .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(last.TrailingTrivia);
        return clause.ReplaceToken(last, last.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(added);
    }

    /// <summary>What binds weaker than <c>&amp;&amp;</c> needs parentheses.</summary>
    private static string Operand(ExpressionSyntax expression) =>
        expression.Kind() is SyntaxKind.LogicalOrExpression or SyntaxKind.ConditionalExpression or SyntaxKind.CoalesceExpression or SyntaxKind.SimpleAssignmentExpression
            ? $"({expression})"
            : expression.ToString();
}

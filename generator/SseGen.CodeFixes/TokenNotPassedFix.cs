using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using SseGen.Generator.Analysis;

namespace SseGen.CodeFixes;

/// <summary>
/// SSE104: passes the stream's token: as an argument, in the place of <c>default</c> or <c>None</c>, or with <c>WithCancellation</c>. Not
/// offered where a source of the user's own is passed: whether it should be linked or replaced is not for a tool to say.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenNotPassedFix)), Shared]
public sealed class TokenNotPassedFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SSE104"];

    /// <inheritdoc/>
    protected override string Title => "Pass the stream's token";

    /// <inheritdoc/>
    protected override Task<bool> TryEditAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(TokenNotPassedRule.TokenProperty, out var name) || name is null)
        {
            return Task.FromResult(false);
        }

        var token = SyntaxFactory.ParseExpression(name);
        var node = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (!diagnostic.Properties.TryGetValue(TokenNotPassedRule.IndexProperty, out var index) || index is null)
        {
            // In code that is being typed the place may be no more than the name of a member.
            return Task.FromResult(node is ExpressionSyntax source && !IsName(source) && AddWithCancellation(editor, source, token));
        }

        var call = node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(candidate => candidate.Expression.Span.Contains(diagnostic.Location.SourceSpan));
        return Task.FromResult(call is not null
            && AddArgument(editor, call, token, int.Parse(index, CultureInfo.InvariantCulture), diagnostic.Properties[TokenNotPassedRule.ParameterProperty]!, cancellationToken));
    }

    private static bool IsName(ExpressionSyntax node) =>
        (node.Parent is MemberAccessExpressionSyntax access && access.Name == node) || node.Parent is MemberBindingExpressionSyntax or NameSyntax;

    private static bool AddWithCancellation(DocumentEditor editor, ExpressionSyntax source, ExpressionSyntax token)
    {
        editor.ReplaceNode(source, (current, _) =>
        {
            var inner = (ExpressionSyntax)current.WithoutTrivia();
            var receiver = inner is AwaitExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax
                ? SyntaxFactory.ParenthesizedExpression(inner)
                : inner;
            return SyntaxFactory.InvocationExpression(
                    SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName("WithCancellation")),
                    SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(token))))
                .WithTriviaFrom(current);
        });
        return true;
    }

    private static bool AddArgument(
        DocumentEditor editor,
        InvocationExpressionSyntax call,
        ExpressionSyntax token,
        int index,
        string parameter,
        CancellationToken cancellationToken)
    {
        if (editor.SemanticModel.GetOperation(call, cancellationToken) is not IInvocationOperation operation)
        {
            return false;
        }

        var given = operation.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == parameter && argument.Syntax is ArgumentSyntax);
        if (given is { Syntax: ArgumentSyntax useless, Value.Type.Name: "CancellationToken" })
        {
            editor.ReplaceNode(useless.Expression, (current, _) => token.WithTriviaFrom(current));
            return true;
        }

        var arguments = call.ArgumentList.Arguments;
        var isNamed = index > arguments.Count || arguments.Any(static argument => argument.NameColon is not null);
        var added = SyntaxFactory.Argument(token);
        if (isNamed)
        {
            added = added.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter))
                .WithTrailingTrivia(SyntaxFactory.Space));
        }

        editor.ReplaceNode(call.ArgumentList, (current, _) =>
        {
            var list = (ArgumentListSyntax)current;
            return list.WithArguments(list.Arguments.InsertLaidOut(isNamed ? list.Arguments.Count : index, added));
        });
        return true;
    }
}

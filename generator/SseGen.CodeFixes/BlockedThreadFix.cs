using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;
using SseGen.Generator.Analysis;

namespace SseGen.CodeFixes;

/// <summary>
/// SSE106: awaits instead of blocking. Offered in asynchronous functions only, outside of <c>lock</c>, exception filters and queries,
/// and where the awaited form means the same: not for a wait whose outcome is asked for.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockedThreadFix)), Shared]
public sealed class BlockedThreadFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SSE106"];

    /// <inheritdoc/>
    protected override string Title => "Await instead of blocking";

    /// <inheritdoc/>
    protected override Task<bool> TryEditAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var name = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var access = name.FirstAncestorOrSelf<MemberAccessExpressionSyntax>();
        if (access is null || access.Name != name || !CanAwait(access))
        {
            return Task.FromResult(false);
        }

        diagnostic.Properties.TryGetValue(BlockedThreadRule.TokenProperty, out var token);
        var blocking = access.Parent is InvocationExpressionSyntax call && call.Expression == access ? (ExpressionSyntax)call : access;
        if (Awaitable(blocking, access, token, editor.SemanticModel, cancellationToken) is not { } replace)
        {
            return Task.FromResult(false);
        }

        editor.ReplaceNode(blocking, (current, _) => Await(current, replace((ExpressionSyntax)current)));
        return Task.FromResult(true);
    }

    private static ExpressionSyntax Await(SyntaxNode current, ExpressionSyntax awaitable)
    {
        var awaiting = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), awaitable.WithoutTrivia());
        ExpressionSyntax result = current.Parent is ExpressionStatementSyntax or null or EqualsValueClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArgumentSyntax
            ? awaiting
            : SyntaxFactory.ParenthesizedExpression(awaiting).WithAdditionalAnnotations(Simplifier.Annotation);
        return result.WithTriviaFrom(current);
    }

    /// <summary>How to make the blocking expression something to await; the expression comes in as it is by then, inner fixes made.</summary>
    private static Func<ExpressionSyntax, ExpressionSyntax>? Awaitable(
        ExpressionSyntax blocking,
        MemberAccessExpressionSyntax access,
        string? token,
        SemanticModel model,
        CancellationToken cancellationToken)
    {
        switch (model.GetOperation(blocking, cancellationToken))
        {
            case IPropertyReferenceOperation { Property.Name: "Result" }:
                return static current => ((MemberAccessExpressionSyntax)current).Expression;
            case IInvocationOperation { TargetMethod.Name: "GetResult" }:
                return static current => Receiver(Receiver(current));
            case IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType.Name: "SemaphoreSlim" } }:
                return static current => Renamed(current, "WaitAsync");
            case IInvocationOperation { TargetMethod: { Name: "Wait", Parameters.IsEmpty: true, ContainingType.Name: "Task" } }:
                return static current => Receiver(current);
            case IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType.Name: "Task" } method } when method.ReturnsVoid:
                return static current => Renamed(current, "WaitAsync");
            case IInvocationOperation { TargetMethod: { Name: "WaitAll", Parameters.Length: 1 } }:
                return static current => Renamed(current, "WhenAll");
            case IInvocationOperation { TargetMethod.Name: "Sleep" }:
                var task = model.LookupNamespacesAndTypes(access.SpanStart, name: "Task").IsEmpty ? "System.Threading.Tasks.Task" : "Task";
                return current => Delay((InvocationExpressionSyntax)current, task, token);
            default:
                return null;
        }
    }

    private static ExpressionSyntax Receiver(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Expression : call;

    private static ExpressionSyntax Renamed(ExpressionSyntax call, string name) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation
            ? invocation.WithExpression(access.WithName(SyntaxFactory.IdentifierName(name)))
            : call;

    private static InvocationExpressionSyntax Delay(InvocationExpressionSyntax sleep, string task, string? token)
    {
        // The argument's name differs between the two; there is only the one.
        var duration = sleep.ArgumentList.Arguments[0].WithNameColon(null);
        var arguments = SyntaxFactory.SingletonSeparatedList(duration);
        if (token is not null)
        {
            arguments = arguments.InsertLaidOut(1, SyntaxFactory.Argument(SyntaxFactory.ParseExpression(token)));
        }

        return SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression(task + ".Delay"), sleep.ArgumentList.WithArguments(arguments));
    }

    private static bool CanAwait(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case LockStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax or UnsafeStatementSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}

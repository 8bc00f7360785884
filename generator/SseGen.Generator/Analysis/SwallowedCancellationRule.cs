using SseGen.Generator.Analysis.Flow;
using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Analysis;

/// <summary>
/// SSE105: a <c>catch</c> inside a loop eats <c>OperationCanceledException</c>, and the loop can go on for ever.
/// <para>Fires when, with cancellation requested, a wait inside the <c>try</c> throws, the clause takes the exception, and control comes back
/// to the head of a loop that its own condition cannot end.</para>
/// <para>Silent when the clause cannot take it (its type, an earlier clause, a filter on the exception or the token), when it leaves the
/// loop or throws again, when the loop's condition asks the token, when a later wait outside the <c>try</c> still ends the loop, and when
/// data bounds the loop. A filter that cannot be judged gets the benefit of the doubt.</para>
/// </summary>
internal static class SwallowedCancellationRule
{
    /// <summary>Passed to the code fix: how the token is named at the clause.</summary>
    public const string TokenProperty = "token";

    public static void Check(HandlerAnalysis handler, ControlFlowLoop loop, CancelledFlow flow)
    {
        foreach (var clause in flow.SwallowingCatches(loop))
        {
            var body = handler.Bodies.First(candidate => candidate.Body.Root.Syntax.SyntaxTree == clause.SyntaxTree && candidate.Body.Root.Syntax.Span.Contains(clause.Span));
            var operation = body.Body.Operations.FirstOrDefault(candidate => candidate.Syntax == clause);
            var token = operation is null ? null : TokensInScope.At(operation, body.Body, handler.Symbols);
            var properties = System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty;
            handler.Report(Diagnostic.Create(
                Rules.SwallowedCancellation,
                clause.CatchKeyword.GetLocation(),
                token is null ? properties : properties.Add(TokenProperty, token)));
        }
    }
}

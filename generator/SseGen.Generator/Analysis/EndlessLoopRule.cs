using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>
/// SSE103: a loop that its own condition cannot end and that can go round without reaching anything that observes cancellation.
/// <para>Fires when, with cancellation requested, control can still come back to the head of the loop: <c>while (true)</c>,
/// <c>for (;;)</c>, <c>do … while (true)</c>, a condition that nothing changes, an unconditional <c>goto</c> back. A <c>break</c> that depends
/// on data does not excuse the loop; neither does an observer on only one of two ways round.</para>
/// <para>Silent when the loop's condition or data can end it, when every way round passes a call that is given the token (in a helper,
/// local function or lambda as well), a look at it that leaves the loop, or something that a registration on it releases; and where
/// SSE101 or SSE104 already names the defect.</para>
/// </summary>
internal static class EndlessLoopRule
{
    public static void Report(HandlerAnalysis handler, ControlFlowLoop loop)
    {
        if (loop.Statement is { } statement)
        {
            handler.Report(Rules.EndlessLoop, Keyword(statement).GetLocation());
        }
    }

    private static SyntaxToken Keyword(SyntaxNode statement) => statement switch
    {
        WhileStatementSyntax loop => loop.WhileKeyword,
        DoStatementSyntax loop => loop.DoKeyword,
        ForStatementSyntax loop => loop.ForKeyword,
        GotoStatementSyntax jump => jump.GotoKeyword,
        _ => statement.GetFirstToken(),
    };
}

using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>One method of a handler's code, and in what circumstances the handler reaches it.</summary>
internal sealed class HandlerBody(MethodBody body, TokenFlow flow, CancellationObservers observers)
{
    private readonly Lazy<HashSet<(SyntaxNode, OperationKind)>> _observers = new(() => observers.In(body, flow));

    public MethodBody Body { get; } = body;

    /// <summary>Which of its values carry the stream's token.</summary>
    public TokenFlow Flow { get; } = flow;

    /// <summary>What in it observes cancellation.</summary>
    public HashSet<(SyntaxNode, OperationKind)> Observers => _observers.Value;

    /// <summary>How many calls lie between the handler and this method.</summary>
    public int Depth { get; init; }

    /// <summary>Whether it is called only while the stream is being given up.</summary>
    public bool IsCleanUp { get; set; }

    /// <summary>Whether it is called only on a thread that was made for it.</summary>
    public bool IsOffloaded { get; set; }
}

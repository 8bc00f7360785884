using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Analysis;

/// <summary>Shutdown and cancellation: what keeps a stream open when nobody reads it any more, or its host from stopping.</summary>
internal static partial class Rules
{
    private const string Shutdown = "SseGen.Shutdown";

    public static readonly DiagnosticDescriptor MissingToken = Create(
        "SSE101",
        "Handler cannot observe cancellation",
        "'{0}' waits or loops, but takes neither a CancellationToken nor an EventStreamContext: it cannot notice that the client has gone or the host stops",
        Shutdown,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor EnumeratorCancellation = Create(
        "SSE102",
        "Token of an iterator lacks [EnumeratorCancellation]",
        "Mark '{0}' with [EnumeratorCancellation], so that the token given to GetAsyncEnumerator reaches it too",
        Shutdown,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor EndlessLoop = Create(
        "SSE103",
        "Loop never observes cancellation",
        "This loop does not end by itself and can go round without reaching anything that observes cancellation",
        Shutdown,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TokenNotPassed = Create(
        "SSE104",
        "The stream's token is not passed on",
        "'{0}' can take a CancellationToken and is awaited here without '{1}'",
        Shutdown,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SwallowedCancellation = Create(
        "SSE105",
        "Catch in a loop swallows cancellation",
        "This catch swallows the OperationCanceledException of a cancelled stream, and the loop goes on",
        Shutdown,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BlockedThread = Create(
        "SSE106",
        "Handler blocks a thread",
        "'{0}' blocks a thread of the pool; await instead",
        Shutdown,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor EndlessDrain = Create(
        "SSE107",
        "Draining stream never ends",
        "'{0}' drains when the host stops, but never ends by itself and looks at neither Stopping nor ApplicationStopping: every shutdown waits for the whole drain time",
        Shutdown,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OutlivingWork = Create(
        "SSE108",
        "Work outlives the stream",
        "{0} outlives the stream: it is neither given the stream's token nor released in a finally, a using or a registration",
        Shutdown,
        DiagnosticSeverity.Warning);
}

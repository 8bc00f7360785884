using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>All that the shutdown rules know of one handler, found out once for all of them.</summary>
internal sealed class HandlerAnalysis(
    IMethodSymbol handler,
    AttributeData attribute,
    List<HandlerBody> bodies,
    FlowSymbols symbols,
    SourceMethods sources,
    Action<Diagnostic> report)
{
    public IMethodSymbol Handler { get; } = handler;

    /// <summary>The handler's <c>[EventStream]</c>.</summary>
    public AttributeData Attribute { get; } = attribute;

    /// <summary>The handler's own body first.</summary>
    public IReadOnlyList<HandlerBody> Bodies { get; } = bodies;

    public FlowSymbols Symbols { get; } = symbols;

    public SourceMethods Sources { get; } = sources;

    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        report(Diagnostic.Create(rule, location, arguments));

    public void Report(Diagnostic diagnostic) => report(diagnostic);
}

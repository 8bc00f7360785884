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
    private readonly HashSet<SyntaxNode> _outliving = [];

    public IMethodSymbol Handler { get; } = handler;

    /// <summary>The handler's <c>[EventStream]</c>.</summary>
    public AttributeData Attribute { get; } = attribute;

    /// <summary>The handler's own body first.</summary>
    public IReadOnlyList<HandlerBody> Bodies { get; } = bodies;

    public FlowSymbols Symbols { get; } = symbols;

    public SourceMethods Sources { get; } = sources;

    /// <summary>Notes what runs in work that SSE108 names. Whatever is wrong in there is part of that defect.</summary>
    public void NoteOutliving(IEnumerable<SyntaxNode> functions) => _outliving.UnionWith(functions);

    /// <summary>Whether a place is in work that SSE108 names.</summary>
    public bool IsOutliving(SyntaxNode place) => _outliving.Count > 0 && place.AncestorsAndSelf().Any(_outliving.Contains);

    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        report(Diagnostic.Create(rule, location, arguments));

    public void Report(Diagnostic diagnostic) => report(diagnostic);
}

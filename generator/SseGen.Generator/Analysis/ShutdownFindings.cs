using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Analysis.Flow;
using SseGen.Generator.Known;

namespace SseGen.Generator.Analysis;

/// <summary>
/// What the shutdown rules find in one compilation, found out once per handler. A finding in a helper of the handler's type is reported with
/// the helper: an editor asks for one declaration at a time, and takes nothing else.
/// </summary>
internal sealed class ShutdownFindings
{
    private readonly FlowSymbols _symbols;
    private readonly SourceMethods _sources;
    private readonly CancellationObservers _observers;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<Diagnostic>> _perHandler = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<(IMethodSymbol Handler, AttributeData Attribute)>> _handlers =
        new(SymbolEqualityComparer.Default);

    /// <summary>Which handler reports a finding in a helper of another type that several share. An action may run more than once, and must say the same again.</summary>
    private readonly ConcurrentDictionary<(string Id, Location Location), IMethodSymbol> _owners = new();

    public ShutdownFindings(Compilation compilation, FlowSymbols symbols)
    {
        _symbols = symbols;
        _sources = new SourceMethods(compilation);
        _observers = new CancellationObservers(_sources, symbols);
    }

    /// <summary>Reports what was found in a method, and what the handler that it is was found to do outside of its type.</summary>
    public void Report(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, ContainingType: { } type } method
            || Handlers(type) is not { IsEmpty: false } handlers
            || context.OperationBlocks[0].Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } declaration
            || !HasBody(declaration))
        {
            return;
        }

        var own = method.PartialImplementationPart ?? method;
        var reported = new HashSet<(string, Location)>();
        foreach (var (handler, attribute) in handlers)
        {
            foreach (var diagnostic in _perHandler.GetOrAdd(handler, candidate => Find(candidate, attribute)))
            {
                var belongs = Contains(declaration, diagnostic.Location)
                    || (SymbolEqualityComparer.Default.Equals(handler, own) && IsForeign(diagnostic, handler, type));
                if (belongs && reported.Add((diagnostic.Id, diagnostic.Location)))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    /// <summary>Whether a finding stands in no method of the handler's type, which would report it, and no other handler was first to find it.</summary>
    private bool IsForeign(Diagnostic diagnostic, IMethodSymbol handler, INamedTypeSymbol type)
    {
        var location = diagnostic.Location;
        var parts = type.DeclaringSyntaxReferences.Select(static part => part.GetSyntax()).Where(part => Contains(part, location));
        var isInMethod = parts.OfType<TypeDeclarationSyntax>().Any(part => part.Members.Any(member => HasBody(member) && Contains(member, location)));
        return !isInMethod && SymbolEqualityComparer.Default.Equals(_owners.GetOrAdd((diagnostic.Id, location), handler), handler);
    }

    /// <summary>The definition of a partial method has attributes, and no body that would be analyzed.</summary>
    private static bool HasBody(MemberDeclarationSyntax member) =>
        member is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null };

    private static bool Contains(SyntaxNode declaration, Location location) =>
        declaration.SyntaxTree == location.SourceTree && declaration.Span.Contains(location.SourceSpan);

    /// <summary>Asked for every method of the project, answered once for a type: nearly all have none.</summary>
    private ImmutableArray<(IMethodSymbol Handler, AttributeData Attribute)> Handlers(INamedTypeSymbol type) =>
        _handlers.GetOrAdd(type, candidate =>
        [
            .. from method in candidate.GetMembers().OfType<IMethodSymbol>()
               where method.MethodKind == MethodKind.Ordinary
               let attribute = Attribute(method)
               where attribute is not null
               select (method.PartialImplementationPart ?? method, attribute),
        ]);

    private AttributeData? Attribute(IMethodSymbol method) =>
        _symbols.Known.Attribute(method, KnownNames.EventStreamAttribute)
        ?? (method.PartialImplementationPart is { } implementation ? _symbols.Known.Attribute(implementation, KnownNames.EventStreamAttribute) : null);

    private ImmutableArray<Diagnostic> Find(IMethodSymbol method, AttributeData attribute)
    {
        if (_sources.Of(method) is not { } body)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var handler = new HandlerAnalysis(method, attribute, HandlerBodies.Of(body, _sources, _symbols, _observers), _symbols, _sources, found.Add);
        EnumeratorCancellationRule.Check(handler);
        OutlivingWorkRule.Check(handler);
        var missingToken = MissingTokenRule.Check(handler);
        var untokened = TokenNotPassedRule.Check(handler);
        LoopRules.Check(handler, untokened, namedElsewhere: missingToken);
        BlockedThreadRule.Check(handler);
        EndlessDrainRule.Check(handler);
        return found.ToImmutable();
    }
}

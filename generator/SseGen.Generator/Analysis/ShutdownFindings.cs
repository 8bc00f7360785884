using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Analysis.Flow;
using SseGen.Generator.Known;

namespace SseGen.Generator.Analysis;

/// <summary>
/// What the shutdown rules find in one compilation, found out once per handler. A finding in a helper is reported with the part of the type
/// in which the helper stands: an editor asks for one declaration at a time, and takes nothing else.
/// </summary>
internal sealed class ShutdownFindings
{
    private readonly FlowSymbols _symbols;
    private readonly SourceMethods _sources;
    private readonly CancellationObservers _observers;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<Diagnostic>> _perHandler = new(SymbolEqualityComparer.Default);

    /// <summary>Who reports a finding in a helper that several types share. An action may run more than once, and must say the same again.</summary>
    private readonly ConcurrentDictionary<(string Id, Location Location), INamedTypeSymbol> _owners = new();

    public ShutdownFindings(Compilation compilation, FlowSymbols symbols)
    {
        _symbols = symbols;
        _sources = new SourceMethods(compilation);
        _observers = new CancellationObservers(_sources, symbols);
    }

    /// <summary>Reports what was found in a type declaration, and what its handlers were found to do outside of their type.</summary>
    public void Report(SyntaxNodeAnalysisContext context)
    {
        var declaration = (TypeDeclarationSyntax)context.Node;
        if (!MayHaveHandlers(declaration) || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type)
        {
            return;
        }

        var reported = new HashSet<(string, Location)>();
        foreach (var handler in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (Attribute(handler) is not { } attribute)
            {
                continue;
            }

            foreach (var diagnostic in _perHandler.GetOrAdd(handler.PartialImplementationPart ?? handler, method => Find(method, attribute)))
            {
                if (Belongs(diagnostic, handler, type, declaration) && reported.Add((diagnostic.Id, diagnostic.Location)))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    /// <summary>Cheap and first: nearly all types of a project have no method with an attribute.</summary>
    private static bool MayHaveHandlers(TypeDeclarationSyntax declaration) =>
        declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        || declaration.Members.Any(static member => member is MethodDeclarationSyntax { AttributeLists.Count: > 0 });

    private bool Belongs(Diagnostic diagnostic, IMethodSymbol handler, INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        var location = diagnostic.Location;
        if (Contains(declaration, location))
        {
            return true;
        }

        var isElsewhereInType = type.DeclaringSyntaxReferences.Any(part => Contains(part.GetSyntax(), location));
        return !isElsewhereInType
            && handler.Locations.Any(own => Contains(declaration, own))
            && SymbolEqualityComparer.Default.Equals(_owners.GetOrAdd((diagnostic.Id, location), type), type);
    }

    private static bool Contains(SyntaxNode declaration, Location location) =>
        declaration.SyntaxTree == location.SourceTree && declaration.Span.Contains(location.SourceSpan);

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
        var missingToken = MissingTokenRule.Check(handler);
        var untokened = TokenNotPassedRule.Check(handler);
        LoopRules.Check(handler, untokened, namedElsewhere: missingToken);
        BlockedThreadRule.Check(handler);
        EndlessDrainRule.Check(handler);
        OutlivingWorkRule.Check(handler);
        return found.ToImmutable();
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>What the parsers of one endpoint share while they read it. Never leaves the transform.</summary>
internal sealed class ParsingContext(IMethodSymbol method, KnownSymbols symbols)
{
    private readonly ImmutableArray<Violation>.Builder _violations = ImmutableArray.CreateBuilder<Violation>();

    public IMethodSymbol Method { get; } = method;

    public KnownSymbols Symbols { get; } = symbols;

    public IAssemblySymbol Assembly => Method.ContainingAssembly;

    /// <summary>The pattern of the attribute; an invalid one has no parameters.</summary>
    public RoutePattern Pattern { get; set; } = RoutePattern.Parse("/");

    /// <summary><c>GET</c> or <c>POST</c>.</summary>
    public string HttpMethod { get; set; } = "GET";

    /// <summary>Whether a parameter of an unknown type may be the JSON body.</summary>
    public bool InfersBody => HttpMethod == "POST";

    public bool HasErrors { get; private set; }

    /// <summary>Takes over what a parser with a context of its own found.</summary>
    public void Report(ImmutableArray<Violation> violations)
    {
        _violations.AddRange(violations);
        HasErrors |= violations.Any(static violation => violation.IsError);
    }

    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments)
    {
        var violation = new Violation(rule, location, arguments);
        _violations.Add(violation);
        HasErrors |= violation.IsError;
    }

    public ParseResult<TSpec> Result<TSpec>(TSpec? spec)
        where TSpec : class => new(HasErrors ? null : spec, _violations.ToImmutable());

    /// <summary>Where <paramref name="symbol"/> is declared, else where the method is.</summary>
    public Location LocationOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => location.IsInSource) ?? Method.Locations[0];
}

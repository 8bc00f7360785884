using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Parsing;

/// <summary>
/// What a parser found: a spec, or what is wrong. The generator reads the spec and is silent, an analyzer reports the violations; a
/// result with violations never leaves the transform that made it.
/// </summary>
internal sealed record ParseResult<TSpec>(TSpec? Spec, ImmutableArray<Violation> Violations)
    where TSpec : class;

/// <summary>A broken rule.</summary>
/// <param name="Rule">One of <see cref="Analysis.Rules"/>.</param>
/// <param name="Location">Where the user wrote it.</param>
/// <param name="Arguments">For the rule's message.</param>
internal sealed record Violation(DiagnosticDescriptor Rule, Location Location, params object[] Arguments)
{
    /// <summary>A warning or suggestion leaves the endpoint as it is; an error takes it away.</summary>
    public bool IsError => Rule.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Arguments);
}

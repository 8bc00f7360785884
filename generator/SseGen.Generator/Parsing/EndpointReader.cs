using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// The spec of each <c>[EventStream]</c> method, read again only when a declaration somewhere in the project has changed.
/// </summary>
/// <remarks>
/// <para>
/// Any edit may change what a symbol is, so that handlers would have to be read on every keystroke; <c>ForAttributeWithMetadataName</c> binds
/// the attributes of every such method before it calls a transform. At 1,000 handlers that alone takes tens of milliseconds. What a spec is made of stands in declarations, though, and most keystrokes fall into bodies: so
/// a spec is kept with its node, and is good for every compilation that <see cref="Declarations"/> finds to declare the same; or to differ
/// in one type alone that no declaration mentions, an <see cref="IsolatedEdit"/>.
/// </para>
/// <para>
/// A node of an edited file is a new node, and is always read. Specs die with their nodes.
/// </para>
/// </remarks>
internal static class EndpointReader
{
    private static readonly ConditionalWeakTable<SyntaxNode, Reading> s_readings = new();

    /// <summary>The spec of a method with attributes; <see langword="null"/> when it is no handler, or a wrong one.</summary>
    public static EndpointSpec? Read(MethodDeclarationSyntax node, Declarations declarations, Lazy<SemanticModel> model, CancellationToken cancellationToken)
    {
        if (!MayBeHandler(node, declarations))
        {
            return null;
        }

        if (s_readings.TryGetValue(node, out var earlier) && ReferenceEquals(earlier.Declarations, declarations))
        {
            return earlier.Spec;
        }

        var spec = Parse(node, model.Value, cancellationToken);
        lock (s_readings)
        {
            s_readings.Remove(node);
            s_readings.Add(node, new Reading(declarations, spec));
        }

        return spec;
    }

    /// <summary>By the names of its attributes alone: a project may have thousands of tests, and their attributes need not be bound.</summary>
    private static bool MayBeHandler(MethodDeclarationSyntax node, Declarations declarations) =>
        node.AttributeLists.Any(list => list.Attributes.Any(attribute => declarations.MayBeEventStream(attribute)));

    private static EndpointSpec? Parse(MethodDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(node, cancellationToken) is not { } method)
        {
            return null;
        }

        var symbols = KnownSymbols.Of(model.Compilation);
        var attribute = symbols.Attribute(method, KnownNames.EventStreamAttribute)?.ApplicationSyntaxReference;

        // The parts of a partial method are two nodes of one symbol: the part that has the attribute speaks.
        return attribute?.SyntaxTree == node.SyntaxTree && node.Span.Contains(attribute.Span)
            ? EndpointParser.Parse(method, symbols, cancellationToken).Spec
            : null;
    }

    private sealed class Reading(Declarations declarations, EndpointSpec? spec)
    {
        public Declarations Declarations { get; } = declarations;

        public EndpointSpec? Spec { get; } = spec;
    }
}

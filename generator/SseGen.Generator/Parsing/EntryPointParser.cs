using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SseGen.Generator.Analysis;

namespace SseGen.Generator.Parsing;

/// <summary>Reads <c>[assembly: EventStreamEndpoints("…")]</c>.</summary>
internal static class EntryPointParser
{
    public static ParseResult<string> Parse(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Value: string name }])
        {
            return new ParseResult<string>(null, []);
        }

        if (SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name != "MapEventStreams")
        {
            return new ParseResult<string>(name, []);
        }

        var location = attribute.ApplicationSyntaxReference is { } reference
            ? Location.Create(reference.SyntaxTree, reference.Span)
            : Location.None;
        var violation = new Violation(Rules.InvalidEntryPoint, location, name);
        return new ParseResult<string>(null, ImmutableArray.Create(violation));
    }
}

using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Reads the cases of a polymorphic payload: the types that <c>[JsonDerivedType]</c> lists, or else, for an abstract type, all that derive
/// from it and carry <c>[EventType]</c>. The latter are told apart by their event type alone, and are written without a discriminator.
/// </summary>
internal static class EventCaseParser
{
    public static EquatableArray<EventCaseSpec> Parse(ITypeSymbol payload, EventFieldsSpec baseFields, PayloadContext context)
    {
        if (payload is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } type)
        {
            return [];
        }

        var listed = PolymorphismParser.DerivedTypes(type, context.Symbols);
        var isUnion = listed.Count == 0 && type.IsAbstract;
        var cases = (isUnion ? UnionCases(type, context.Symbols) : PolymorphismParser.MostDerivedFirst(listed).Select(static entry => entry.Type))
            .Select(derived => Case(derived, isUnion, context))
            .Where(derived => derived is not null && (derived.OwnPayload is not null || derived.Fields != baseFields))
            .Select(static derived => derived!)
            .ToList();
        ReportDuplicates(payload, cases, context);
        return cases.ToEquatableArray();
    }

    private static EventCaseSpec? Case(INamedTypeSymbol type, bool isUnion, PayloadContext context)
    {
        var own = isUnion ? ValueParser.Parse(type, PayloadSite.Of(type), context) : null;
        return isUnion && own is null ? null : new EventCaseSpec
        {
            Type = TypeRef.Unannotated(type),
            Fields = EventFieldsParser.Parse(type, context),
            OwnPayload = own,
        };
    }

    private static IEnumerable<INamedTypeSymbol> UnionCases(INamedTypeSymbol type, KnownSymbols symbols)
    {
        var found = new List<(INamedTypeSymbol Type, object?)>();
        Visit(symbols.Compilation.Assembly.GlobalNamespace);
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, symbols.Compilation.Assembly))
        {
            Visit(type.ContainingAssembly.GlobalNamespace);
        }

        return PolymorphismParser.MostDerivedFirst(found).Select(static entry => entry.Type);

        void Visit(INamespaceOrTypeSymbol container)
        {
            foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                if (member is INamedTypeSymbol { IsGenericType: false, IsAbstract: false } candidate
                    && symbols.Attribute(candidate, KnownNames.EventTypeAttribute) is not null
                    && symbols.Compilation.ClassifyCommonConversion(candidate, type) is { IsImplicit: true, IsReference: true })
                {
                    found.Add((candidate, null));
                }

                Visit(member);
            }
        }
    }

    private static void ReportDuplicates(ITypeSymbol payload, List<EventCaseSpec> cases, PayloadContext context)
    {
        var duplicates = cases
            .Where(static @case => @case.Fields.ConstantType is not null)
            .GroupBy(static @case => @case.Fields.ConstantType, StringComparer.Ordinal)
            .Where(static group => group.Count() > 1);
        foreach (var group in duplicates)
        {
            var (first, second) = (group.First(), group.ElementAt(1));
            context.Report(Rules.DuplicateEventType, PayloadSite.Of(payload), Name(first), Name(second), group.Key!);
        }

        static string Name(EventCaseSpec @case) => @case.Type.FullName.Replace("global::", "");
    }
}

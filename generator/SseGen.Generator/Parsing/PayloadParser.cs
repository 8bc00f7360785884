using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads what a stream yields: how it is written as an event, and every type that is reachable from it.</summary>
internal static class PayloadParser
{
    /// <param name="element">What the handler yields: a payload, or an <c>SseItem</c> of one.</param>
    /// <param name="symbols">The compilation's types.</param>
    /// <param name="assembly">Where generated code stands.</param>
    /// <param name="location">The handler, for what is wrong and not declared in source.</param>
    /// <param name="cancellationToken">Ends the reading of a large graph.</param>
    public static ParseResult<PayloadGraph> Parse(
        ITypeSymbol element, KnownSymbols symbols, IAssemblySymbol assembly, Location location, CancellationToken cancellationToken)
    {
        var context = new PayloadContext(symbols, assembly, location);
        var isSseItem = symbols.Is(element, KnownNames.SseItem);
        var payload = isSseItem ? ((INamedTypeSymbol)element).TypeArguments[0] : element;
        var value = ValueParser.Parse(payload, PayloadSite.Of(payload), context);
        var fields = EventFieldsParser.Parse(payload, context);
        var cases = EventCaseParser.Parse(payload, fields, context);
        context.ReadPending(type => Read(type, context), cancellationToken);
        if (value is null)
        {
            return context.Result(null);
        }

        context.AddContextOf(payload);

        return context.Result(new PayloadGraph
        {
            Element = TypeRef.Unannotated(element),
            IsSseItem = isSseItem,
            Payload = value,
            Fields = fields,
            Cases = cases,
            HasOtherEvents = !payload.IsAbstract || cases.Count == 0 || cases.Count < ListedTypes(payload, symbols),
            Reachable = context.Types(),
            Contexts = context.Contexts(),
            Uncertain = context.Uncertain(),
            NeedsOptions = context.NeedsOptions,
        });
    }

    private static int ListedTypes(ITypeSymbol payload, KnownSymbols symbols) =>
        payload is INamedTypeSymbol type ? PolymorphismParser.DerivedTypes(type, symbols).Count : 0;

    private static PayloadSpec? Read(INamedTypeSymbol type, PayloadContext context) => type.TypeKind == TypeKind.Enum
        ? EnumParser.Parse(type, context)
        : CollectionParser.IsOwnCollection(type, context.Symbols) ? CollectionParser.ParseOwn(type, context)
        : ObjectParser.Parse(type, context);
}

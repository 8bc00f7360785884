using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Arrays, lists, sets, queues, dictionaries and whatever else can be enumerated.</summary>
internal static class CollectionParser
{
    private static readonly string[] s_interfacesOfLists =
    [
        KnownNames.Enumerable,
        JsonNames.Collection,
        JsonNames.ReadOnlyCollection,
        JsonNames.ListInterface,
        JsonNames.ReadOnlyList,
    ];

    /// <summary>
    /// Whether <paramref name="type"/> is a user's collection of anything but scalars: only such a type can contain itself. Numbers, and the
    /// objects that may be some, stay in place, for the sake of the number handling of the member.
    /// </summary>
    public static bool IsOwnCollection(INamedTypeSymbol type, KnownSymbols symbols) =>
        type.TypeKind != TypeKind.Interface
        && !IsOfSystem(type)
        && InterfaceOf(type, KnownNames.Enumerable, symbols) is { } enumerable
        && ScalarTypes.KindOf(ValueParser.NullableOf(enumerable.TypeArguments[0]) ?? enumerable.TypeArguments[0], symbols) is null
        && !HandlesNumbers(type, symbols);

    /// <summary>Whether it is a user's collection from which others derive: System.Text.Json writes these as objects.</summary>
    public static bool IsPolymorphic(INamedTypeSymbol type, KnownSymbols symbols) =>
        !IsOfSystem(type) && TypesWithin(type, symbols) is not null && PolymorphismParser.DerivedTypes(type, symbols).Count > 0;

    /// <summary>The spec of a type that <see cref="IsOwnCollection"/>.</summary>
    public static PayloadSpec? ParseOwn(INamedTypeSymbol type, PayloadContext context) =>
        TryParse(type, PayloadSite.Of(type), context, null, out var collection) && collection is ListSpec or DictionarySpec
            ? new CollectionPayloadSpec
            {
                Type = TypeRef.Unannotated(type),
                IsObsolete = ObsoleteMembers.Any(type, context.Symbols),
                Collection = collection!,
            }
            : null;

    /// <summary>Returns <see langword="false"/> when <paramref name="type"/> is not a collection; a collection that cannot be written is null.</summary>
    public static bool TryParse(ITypeSymbol type, PayloadSite site, PayloadContext context, NumberFormat? format, out ValueSpec? spec)
    {
        var symbols = context.Symbols;
        format ??= JsonAttributes.Number(type, symbols) ?? NumberFormat.Number;
        if (type is IArrayTypeSymbol array)
        {
            spec = List(type, array.ElementType, SequenceKind.Array, site, context, format);
            return true;
        }

        var named = (INamedTypeSymbol)type;
        if (BaseOf(named, JsonNames.List, symbols) is { } list)
        {
            spec = List(type, list.TypeArguments[0], SequenceKind.List, site, context, format);
            return true;
        }

        if (symbols.Is(named, JsonNames.Memory) || symbols.Is(named, JsonNames.ReadOnlyMemory))
        {
            spec = List(type, named.TypeArguments[0], SequenceKind.Memory, site, context, format);
            return true;
        }

        if ((InterfaceOf(named, JsonNames.Dictionary, symbols) ?? InterfaceOf(named, JsonNames.ReadOnlyDictionary, symbols)) is { } dictionary)
        {
            spec = Dictionary(type, dictionary, site, context, format);
            return true;
        }

        if (InterfaceOf(named, KnownNames.Enumerable, symbols) is { } enumerable)
        {
            var kind = symbols.Is(named, JsonNames.ImmutableArray) ? SequenceKind.ImmutableArray
                : IsInterfaceOfLists(named, symbols) ? SequenceKind.InterfaceOfLists
                : EnumerationOf(named);
            spec = List(type, enumerable.TypeArguments[0], kind, site, context, format);
            return true;
        }

        if (symbols.Implements(named, JsonNames.NonGenericEnumerable))
        {
            spec = context.Metadata(type, site, "the types of its elements are known at run time only", format);
            return true;
        }

        spec = null;
        return false;
    }

    /// <summary>Whether <c>[JsonNumberHandling]</c> applies to a member of this type, because of its elements.</summary>
    public static bool HandlesNumbers(INamedTypeSymbol type, KnownSymbols symbols) =>
        TypesWithin(type, symbols) is { } within
        && (within.LastOrDefault() is not { } element || ScalarTypes.IsNumberOrObject(ValueParser.NullableOf(element) ?? element, symbols));

    /// <summary>The key and value, or the element, of a collection; <see langword="null"/> for a type that is none.</summary>
    public static IEnumerable<ITypeSymbol>? TypesWithin(INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (symbols.Is(type, JsonNames.Memory) || symbols.Is(type, JsonNames.ReadOnlyMemory))
        {
            return type.TypeArguments;
        }

        var collection = InterfaceOf(type, JsonNames.Dictionary, symbols)
            ?? InterfaceOf(type, JsonNames.ReadOnlyDictionary, symbols)
            ?? InterfaceOf(type, KnownNames.Enumerable, symbols);
        return collection is not null ? collection.TypeArguments
            : symbols.Implements(type, JsonNames.NonGenericEnumerable) ? [] : null;
    }

    private static ListSpec? List(
        ITypeSymbol type, ITypeSymbol element, SequenceKind kind, PayloadSite site, PayloadContext context, NumberFormat? format) =>
        ValueParser.Parse(element, site, context, OfElement(element, format, context.Symbols)) is { } value
            ? new ListSpec
            {
                Type = TypeRef.Unannotated(type),
                Kind = kind,
                Element = value,
                IsDepthUnchecked = kind is SequenceKind.Array or SequenceKind.List or SequenceKind.Memory && IsWrittenDirectly(element, value),
            }
            : null;

    private static ValueSpec? Dictionary(
        ITypeSymbol type, INamedTypeSymbol dictionary, PayloadSite site, PayloadContext context, NumberFormat? format)
    {
        var element = dictionary.TypeArguments[1];
        if (KeyOf(dictionary.TypeArguments[0], context) is not { } key)
        {
            return context.Metadata(type, site, "generated code has no text for its keys", OfElement(element, format, context.Symbols));
        }

        return ValueParser.Parse(element, site, context, OfElement(element, format, context.Symbols)) is { } value
            ? new DictionarySpec
            {
                Type = TypeRef.Unannotated(type),
                Kind = EnumerationOf((INamedTypeSymbol)type),
                Key = key,
                Value = value,
                IsDepthUnchecked = BaseOf((INamedTypeSymbol)type, JsonNames.DictionaryClass, context.Symbols) is not null && IsWrittenDirectly(element, value),
                IsReadOnly = !context.Symbols.Is(dictionary, JsonNames.Dictionary),
            }
            : null;
    }

    /// <summary>Keys are written as the names of properties: an enum by its name, even without a converter.</summary>
    private static ValueSpec? KeyOf(ITypeSymbol type, PayloadContext context)
    {
        var converter = JsonAttributes.Converter(type, context.Symbols);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
        {
            return converter is null || ConverterParser.IsOwnEnumConverter(converter, context.Symbols) ? context.Reference(enumeration) : null;
        }

        return converter is null && ScalarTypes.KindOf(type, context.Symbols) is { } kind && kind.IsKey()
            ? new ScalarSpec { Type = TypeRef.Unannotated(type), Kind = kind, Format = NumberFormat.Number }
            : null;
    }

    /// <summary>Number handling reaches the elements of a member's collection, but not those of a collection in it.</summary>
    private static NumberFormat? OfElement(ITypeSymbol element, NumberFormat? format, KnownSymbols symbols) =>
        ScalarTypes.IsNumberOrObject(ValueParser.NullableOf(element) ?? element, symbols) ? format : null;

    /// <summary>Whether System.Text.Json has a converter of its own that makes one value of the element; of numbers it asks more.</summary>
    private static bool IsWrittenDirectly(ITypeSymbol element, ValueSpec value) => value switch
    {
        ScalarSpec scalar => !scalar.Kind.IsNumber(),
        EnumNumberSpec => true,
        PayloadReferenceSpec => element.TypeKind == TypeKind.Enum,
        NullableSpec nullable => IsWrittenDirectly(ValueParser.NullableOf(element)!, nullable.Value),
        _ => false,
    };

    /// <summary>A framework type is enumerated as C# does it; a user's by its interface, which may have an enumerator of its own.</summary>
    private static SequenceKind EnumerationOf(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface || IsOfSystemCollections(type) ? SequenceKind.OwnEnumerator : SequenceKind.Interface;

    /// <summary>An interface behind which there is an array or a <c>List&lt;T&gt;</c> most of the time.</summary>
    private static bool IsInterfaceOfLists(INamedTypeSymbol type, KnownSymbols symbols) =>
        type.TypeKind == TypeKind.Interface && Array.Exists(s_interfacesOfLists, name => symbols.Is(type, name));

    private static bool IsOfSystemCollections(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Generic" or "Immutable" or "Frozen" or "Concurrent" or "ObjectModel" } inner
        && inner.ContainingNamespace is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsOfSystem(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System", IsGlobalNamespace: false };
    }

    private static INamedTypeSymbol? BaseOf(INamedTypeSymbol type, string metadataName, KnownSymbols symbols)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (symbols.Is(current, metadataName))
            {
                return current;
            }
        }

        return null;
    }

    private static INamedTypeSymbol? InterfaceOf(INamedTypeSymbol type, string metadataName, KnownSymbols symbols) =>
        symbols.Is(type, metadataName) ? type
        : symbols.Implements(type, metadataName) ? type.AllInterfaces.First(candidate => symbols.Is(candidate, metadataName))
        : null;
}

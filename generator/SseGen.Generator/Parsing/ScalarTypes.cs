using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>The types that the runtime writes by itself.</summary>
internal static class ScalarTypes
{
    private static readonly Dictionary<string, (string MetadataName, ScalarKind Kind)> s_byName = new(StringComparer.Ordinal)
    {
        ["Half"] = ("System.Half", ScalarKind.Floating),
        ["Int128"] = ("System.Int128", ScalarKind.Int128),
        ["UInt128"] = ("System.UInt128", ScalarKind.UInt128),
        ["DateTimeOffset"] = ("System.DateTimeOffset", ScalarKind.DateTime),
        ["DateOnly"] = ("System.DateOnly", ScalarKind.Date),
        ["TimeOnly"] = ("System.TimeOnly", ScalarKind.Time),
        ["TimeSpan"] = ("System.TimeSpan", ScalarKind.TimeSpan),
        ["Guid"] = ("System.Guid", ScalarKind.Guid),
        ["Uri"] = ("System.Uri", ScalarKind.Uri),
        ["Version"] = ("System.Version", ScalarKind.Version),
        ["JsonElement"] = (JsonNames.JsonElement, ScalarKind.JsonElement),
        ["JsonDocument"] = (JsonNames.JsonDocument, ScalarKind.JsonDocument),
    };

    /// <summary>The kind of a scalar type; <see langword="null"/> for any other type, enums included.</summary>
    public static ScalarKind? KindOf(ITypeSymbol type, KnownSymbols symbols) => type switch
    {
        { TypeKind: TypeKind.Enum } => null,
        { SpecialType: not SpecialType.None } => KindOf(type.SpecialType),
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => ScalarKind.Bytes,
        INamedTypeSymbol named => KindOf(named, symbols),
        _ => null,
    };

    /// <summary>Whether <c>[JsonNumberHandling]</c> applies to a value of this type. An object may be a number.</summary>
    public static bool IsNumberOrObject(ITypeSymbol type, KnownSymbols symbols) =>
        type.SpecialType == SpecialType.System_Object || (KindOf(type, symbols) is { } kind && kind.IsNumber());

    public static ScalarKind? KindOf(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_Char => ScalarKind.Char,
        SpecialType.System_String => ScalarKind.String,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 => ScalarKind.Integer,
        SpecialType.System_UInt32 => ScalarKind.UInt32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_UInt64 => ScalarKind.UInt64,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        SpecialType.System_Single or SpecialType.System_Double => ScalarKind.Floating,
        SpecialType.System_DateTime => ScalarKind.DateTime,
        _ => null,
    };

    private static ScalarKind? KindOf(INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (type.IsGenericType)
        {
            return type.TypeArguments is [{ SpecialType: SpecialType.System_Byte }]
                && (symbols.Is(type, JsonNames.Memory) || symbols.Is(type, JsonNames.ReadOnlyMemory))
                    ? ScalarKind.ByteMemory
                    : null;
        }

        if (s_byName.TryGetValue(type.Name, out var scalar) && symbols.Is(type, scalar.MetadataName))
        {
            return scalar.Kind;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (symbols.Is(current, JsonNames.JsonNode))
            {
                return ScalarKind.JsonNode;
            }
        }

        return null;
    }
}

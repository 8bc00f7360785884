using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>The types that the runtime writes by itself.</summary>
internal static class ScalarTypes
{
    private static readonly Dictionary<string, ScalarKind> s_byName = new(StringComparer.Ordinal)
    {
        ["System.Half"] = ScalarKind.Floating,
        ["System.Int128"] = ScalarKind.Int128,
        ["System.UInt128"] = ScalarKind.UInt128,
        ["System.DateTimeOffset"] = ScalarKind.DateTime,
        ["System.DateOnly"] = ScalarKind.Date,
        ["System.TimeOnly"] = ScalarKind.Time,
        ["System.TimeSpan"] = ScalarKind.TimeSpan,
        ["System.Guid"] = ScalarKind.Guid,
        ["System.Uri"] = ScalarKind.Uri,
        ["System.Version"] = ScalarKind.Version,
        [JsonNames.JsonElement] = ScalarKind.JsonElement,
        [JsonNames.JsonDocument] = ScalarKind.JsonDocument,
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

        foreach (var entry in s_byName)
        {
            if (type.Name.Length == entry.Key.Length - entry.Key.LastIndexOf('.') - 1 && symbols.Is(type, entry.Key))
            {
                return entry.Value;
            }
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

using System.Globalization;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads enums, which are written by number, or by name.</summary>
internal static class EnumParser
{
    public static EnumPayloadSpec Parse(INamedTypeSymbol type, PayloadContext context)
    {
        EnumNames.Check(type, context);
        var symbols = context.Symbols;
        var isFlags = symbols.Attribute(type, JsonNames.FlagsAttribute) is not null;
        var names = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue && !MemberAccessParser.SharesItsName(field))
            .Select(field => new EnumNameSpec
            {
                Member = field.Name,
                Bits = Bits(field.ConstantValue!),
                JsonName = EnumNames.NameOf(field, symbols),
            })
            .OrderBy(static name => name.Bits) // as Enum.GetNames has them; of several names for a value, the first declared counts
            .GroupBy(static name => name.Bits)
            .Select(static group => group.First());
        return new EnumPayloadSpec
        {
            Type = TypeRef.Unannotated(type),
            IsObsolete = symbols.Attribute(type, JsonNames.ObsoleteAttribute) is not null,
            Underlying = ScalarTypes.KindOf(type.EnumUnderlyingType!.SpecialType)!.Value,
            IsFlags = isFlags,
            // A combination is taken apart beginning with the names that cover most bits.
            Names = (isFlags ? names.OrderByDescending(static name => BitCount(name.Bits)) : names).ToEquatableArray(),
        };
    }

    /// <summary>How an enum is written that no converter writes by name. System.Text.Json makes its names ready all the same.</summary>
    public static EnumNumberSpec ParseNumber(INamedTypeSymbol type, PayloadContext context)
    {
        EnumNames.Check(type, context);
        return new EnumNumberSpec
        {
            Type = TypeRef.Unannotated(type),
            Underlying = ScalarTypes.KindOf(type.EnumUnderlyingType!.SpecialType)!.Value,
        };
    }

    private static ulong Bits(object value) => value switch
    {
        ulong bits => bits,
        _ => unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static int BitCount(ulong bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }
}

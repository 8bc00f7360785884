using System.Globalization;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads the names of an enum that is written by name.</summary>
internal static class EnumParser
{
    public static EnumPayloadSpec Parse(INamedTypeSymbol type, PayloadContext context)
    {
        var symbols = context.Symbols;
        var isFlags = symbols.Attribute(type, JsonNames.FlagsAttribute) is not null;
        var names = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue && !MemberAccessParser.SharesItsName(field))
            .Select(field => new EnumNameSpec
            {
                Member = field.Name,
                Bits = Bits(field.ConstantValue!),
                JsonName = symbols.Attribute(field, JsonNames.StringEnumMemberName)?.ConstructorArguments[0].Value as string ?? field.Name,
            })
            .OrderBy(static name => name.Bits) // as Enum.GetNames has them; of several names for a value, the first declared counts
            .GroupBy(static name => name.Bits)
            .Select(static group => group.First());
        if (names.FirstOrDefault(name => !IsName(name.JsonName, isFlags)) is { } invalid)
        {
            context.Report(Rules.RefusedPayload, PayloadSite.Of(type), PayloadSite.Of(type).Name, $"\"{invalid.JsonName}\" is no name for '{invalid.Member}'; it is empty, begins or ends with a space, or has a comma");
        }

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

    /// <summary>Commas stand between the names of flags.</summary>
    private static bool IsName(string name, bool isFlags) =>
        name.Length > 0 && !char.IsWhiteSpace(name[0]) && !char.IsWhiteSpace(name[name.Length - 1]) && !(isFlags && name.Contains(','));

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

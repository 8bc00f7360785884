using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads the members of a class, struct or interface.</summary>
internal static class ObjectParser
{
    public static ObjectPayloadSpec? Parse(INamedTypeSymbol type, PayloadContext context)
    {
        var members = ParseMembers(type, context);
        return members is null ? null : new ObjectPayloadSpec
        {
            Type = TypeRef.Unannotated(type),
            IsObsolete = ObsoleteMembers.Any(type, context.Symbols),
            Members = members,
            Polymorphism = PolymorphismParser.Parse(type, context),
        };
    }

    public static MembersSpec? ParseMembers(INamedTypeSymbol type, PayloadContext context)
    {
        var symbols = context.Symbols;
        var collector = new MemberCollector(type, symbols);
        var members = collector.Collect();
        if (collector.Conflict is var (first, second))
        {
            context.Report(Rules.JsonNameConflict, PayloadSite.Of(second.Symbol), PayloadSite.Of(second.Symbol).Name, PayloadSite.Of(first.Symbol).Name, second.JsonName);
            return null;
        }

        var properties = new List<PropertySpec>();
        ExtensionDataSpec? extensionData = null;
        foreach (var member in members)
        {
            if (symbols.Attribute(member.Symbol, JsonNames.ExtensionData) is not null)
            {
                extensionData = ParseExtensionData(type, member, context);
            }
            else if (ParseProperty(type, member, context) is { } property)
            {
                properties.Add(property);
            }
        }

        return new MembersSpec
        {
            Type = TypeRef.Unannotated(type),
            Properties = properties.ToEquatableArray(),
            ConstructorParameters = JsonConstructorParser.Parse(type, symbols),
            ExtensionData = extensionData,
            HasOnSerializing = symbols.Implements(type, JsonNames.OnSerializing),
            HasOnSerialized = symbols.Implements(type, JsonNames.OnSerialized),
        };
    }

    private static PropertySpec? ParseProperty(INamedTypeSymbol type, JsonMember member, PayloadContext context)
    {
        var site = PayloadSite.Of(member.Symbol);
        var format = JsonAttributes.Number(member.Symbol, context.Symbols) ?? JsonAttributes.Number(type, context.Symbols) ?? NumberFormat.Number;
        var value = JsonAttributes.Converter(member.Symbol, context.Symbols) is { } converter
            ? ConverterParser.Parse(member.Type, converter, site, context)
            : ValueParser.Parse(member.Type, site, context, format);
        return value is null ? null : new PropertySpec
        {
            JsonName = member.JsonName,
            Access = MemberAccessParser.Parse(type, member.Symbol, member.Type, context.Assembly),
            Value = value,
            Condition = ConditionOf(member),
            IsRequired = JsonConstructorParser.IsRequired(member.Symbol, context.Symbols),
            IsNullable = BoundValue.MayBeNull(member.Type),
        };
    }

    private static WriteCondition ConditionOf(JsonMember member)
    {
        var canBeNull = !member.Type.IsValueType || ValueParser.NullableOf(member.Type) is not null;
        return member.Ignore switch
        {
            JsonAttributes.IgnoreCondition.WhenWritingNull => canBeNull ? WriteCondition.NotNull : WriteCondition.Always,
            JsonAttributes.IgnoreCondition.WhenWritingDefault when canBeNull => WriteCondition.NotNull,
            JsonAttributes.IgnoreCondition.WhenWritingDefault => HasInequality(member.Type)
                ? WriteCondition.NotDefault
                : WriteCondition.NotDefaultByComparer,
            _ => WriteCondition.Always,
        };
    }

    private static bool HasInequality(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || ScalarTypes.KindOf(type.SpecialType) is not null;

    private static ExtensionDataSpec? ParseExtensionData(INamedTypeSymbol type, JsonMember member, PayloadContext context)
    {
        var site = PayloadSite.Of(member.Symbol);
        var access = MemberAccessParser.Parse(type, member.Symbol, member.Type, context.Assembly);
        if (context.Symbols.Is(member.Type, JsonNames.JsonObject))
        {
            context.NeedsOptions = true;
            return new ExtensionDataSpec { Access = access, Value = Scalar(member.Type, ScalarKind.JsonNode) };
        }

        if (CollectionParser.TryParse(member.Type, site, context, NumberFormat.Number, out var spec)
            && spec is not null and not DictionarySpec { Key: ScalarSpec { Kind: ScalarKind.String } })
        {
            context.Report(Rules.UnsupportedPayload, site, site.Name, member.Type.Name, "[JsonExtensionData] needs a dictionary of object or JsonElement");
            return null;
        }

        return spec is DictionarySpec dictionary ? new ExtensionDataSpec { Access = access, Value = dictionary } : null;
    }

    private static ScalarSpec Scalar(ITypeSymbol type, ScalarKind kind) =>
        new() { Type = TypeRef.Unannotated(type), Kind = kind, Format = NumberFormat.Number };
}

using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads the members of a class, struct or interface.</summary>
internal static class ObjectParser
{
    public static PayloadSpec? Parse(INamedTypeSymbol type, PayloadContext context)
    {
        if (ReasonForMetadata(type, context) is var (site, reason))
        {
            return context.Metadata(type, site, reason) is not { } metadata ? null : new MetadataPayloadSpec
            {
                Type = TypeRef.Unannotated(type),
                IsObsolete = ObsoleteMembers.Any(type, context.Symbols),
                Value = metadata,
            };
        }

        if (PolymorphismRules.Refusal(type, context) is { } refusal)
        {
            context.Report(Rules.RefusedPayload, PayloadSite.Of(type), PayloadSite.Of(type).Name, refusal);
            return null;
        }

        var members = ParseMembers(type, context);
        return members is null ? null : new ObjectPayloadSpec
        {
            Type = TypeRef.Unannotated(type),
            IsObsolete = ObsoleteMembers.Any(type, context.Symbols),
            Members = members,
            Polymorphism = PolymorphismParser.Parse(type, context),
        };
    }

    /// <summary>Why no more than metadata can write the type, or one that is listed as derived from it.</summary>
    private static (PayloadSite Site, string Reason)? ReasonForMetadata(INamedTypeSymbol type, PayloadContext context)
    {
        foreach (var candidate in PolymorphismParser.DerivedTypes(type, context.Symbols).Select(static derived => derived.Type).Prepend(type))
        {
            if (MemberOrder.Unknown(candidate, context.Symbols) is { } unordered)
            {
                return (PayloadSite.Of(candidate), MemberOrder.Reason(unordered));
            }

            var collector = context.Members(candidate);
            foreach (var declaring in MemberCollector.Hierarchy(candidate))
            {
                if (HiddenMembers.Find(declaring, context.Symbols) is { } hidden)
                {
                    return (PayloadSite.Of(candidate), $"'{declaring.Name}.{hidden}' has [JsonInclude] and is not public, and so only reflection finds it");
                }
            }

            foreach (var member in collector.Collect())
            {
                if (IsConvertedAtRunTime(member, context))
                {
                    return (PayloadSite.Of(member.Symbol), "its converter is made at run time only");
                }

                if (MemberAccessParser.OutOfReach(member.Symbol, context.Assembly) is { } reason)
                {
                    return (PayloadSite.Of(member.Symbol), reason);
                }
            }
        }

        return null;
    }

    private static bool IsConvertedAtRunTime(JsonMember member, PayloadContext context) =>
        JsonAttributes.Converter(member.Symbol, context.Symbols) is { } converter && ConverterParser.IsMadeAtRunTime(member.Type, converter, context);

    public static MembersSpec? ParseMembers(INamedTypeSymbol type, PayloadContext context)
    {
        var symbols = context.Symbols;
        var collector = context.Members(type);
        var members = collector.Collect();
        if (collector.Conflict is var (first, second))
        {
            context.Report(Rules.JsonNameConflict, PayloadSite.Of(second.Symbol), PayloadSite.Of(second.Symbol).Name, PayloadSite.Of(first.Symbol).Name, second.JsonName);
            return null;
        }

        if (MemberRules.UnreadableRequirement(type, collector.All, symbols) is { } required)
        {
            context.Report(Rules.RefusedPayload, PayloadSite.Of(required), PayloadSite.Of(required).Name, "it is required, and can never be read");
            return null;
        }

        if (TypeRules.Refusal(type, collector.All.Where(static member => member.Ignore != JsonAttributes.IgnoreCondition.Always), symbols) is { } refused)
        {
            context.Report(Rules.RefusedPayload, PayloadSite.Of(type), PayloadSite.Of(type).Name, refused);
            return null;
        }

        RefuseUnwritten(type, collector.All.Except(members), context);
        context.AddUncertain(MemberCollector.Hierarchy(type).Where(HiddenMembers.MayHave));
        var properties = new List<PropertySpec>();
        ExtensionDataSpec? extensionData = null;
        foreach (var member in members)
        {
            if (MemberRules.Refusal(type, member, context) is { } refusal)
            {
                context.Report(Rules.RefusedPayload, PayloadSite.Of(member.Symbol), PayloadSite.Of(member.Symbol).Name, refusal);
            }
            else if (symbols.Attribute(member.Symbol, JsonNames.ExtensionData) is not null)
            {
                if (extensionData is not null)
                {
                    context.Report(Rules.RefusedPayload, PayloadSite.Of(member.Symbol), PayloadSite.Of(member.Symbol).Name, "a type has but one [JsonExtensionData]");
                }

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

    private static void RefuseUnwritten(INamedTypeSymbol type, IEnumerable<JsonMember> members, PayloadContext context)
    {
        foreach (var member in members.Where(static member => member.Ignore != JsonAttributes.IgnoreCondition.Always))
        {
            if ((MemberRules.Refusal(type, member, context) ?? MemberRules.RefusalOfUnwritten(member, context)) is { } refusal)
            {
                context.Report(Rules.RefusedPayload, PayloadSite.Of(member.Symbol), PayloadSite.Of(member.Symbol).Name, refusal);
            }
        }
    }

    private static PropertySpec? ParseProperty(INamedTypeSymbol type, JsonMember member, PayloadContext context)
    {
        var site = PayloadSite.Of(member.Symbol);
        if (MemberRules.IsReturnedByReference(member.Symbol))
        {
            context.Report(Rules.UnsupportedPayload, site, site.Name, "ref " + member.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "it is a reference");
            return null;
        }

        var format = FormatOf(type, member, context.Symbols);
        var value = JsonAttributes.Converter(member.Symbol, context.Symbols) is { } converter
            ? ConverterParser.Parse(member.Type, converter, site, context)
            : ValueParser.Parse(member.Type, site, context, format);
        return value is null ? null : new PropertySpec
        {
            JsonName = member.JsonName,
            Access = MemberAccessParser.Parse(type, member.Symbol, member.Type, context.Assembly),
            Value = value,
            Condition = ConditionOf(member),
            IsRequired = JsonConstructorParser.IsRequired(type, member.Symbol, context.Symbols),
            IsNullable = BoundValue.MayBeNull(member.Type),
        };
    }

    /// <summary>The member decides on numbers before the type that has it, and that before the type that it has.</summary>
    private static NumberFormat FormatOf(INamedTypeSymbol type, JsonMember member, KnownSymbols symbols) =>
        JsonAttributes.Number(member.Symbol, symbols)
        ?? JsonAttributes.Number(type, symbols)
        ?? JsonAttributes.Number(member.Type, symbols)
        ?? NumberFormat.Number;

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

        if (!IsExtensionData(member.Type, context.Symbols))
        {
            context.Report(Rules.UnsupportedPayload, site, site.Name, member.Type.Name, "[JsonExtensionData] needs a dictionary of object or JsonElement");
            return null;
        }

        return CollectionParser.TryParse(member.Type, site, context, FormatOf(type, member, context.Symbols), out var spec) && spec is DictionarySpec dictionary
            ? new ExtensionDataSpec { Access = access, Value = dictionary }
            : null;
    }

    /// <summary>A dictionary that can be read into, of values of which nothing is known.</summary>
    private static bool IsExtensionData(ITypeSymbol type, KnownSymbols symbols) => type.AllInterfaces
        .Prepend(type)
        .OfType<INamedTypeSymbol>()
        .Any(candidate => symbols.Is(candidate, JsonNames.Dictionary)
            && candidate.TypeArguments is [{ SpecialType: SpecialType.System_String }, var value]
            && (value.SpecialType == SpecialType.System_Object || symbols.Is(value, JsonNames.JsonElement)));

    private static ScalarSpec Scalar(ITypeSymbol type, ScalarKind kind) =>
        new() { Type = TypeRef.Unannotated(type), Kind = kind, Format = NumberFormat.Number };
}

using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads <c>[EventId]</c> and <c>[EventType]</c> of one type.</summary>
internal static class EventFieldsParser
{
    public static EventFieldsSpec Parse(ITypeSymbol type, PayloadContext context)
    {
        if (type is not INamedTypeSymbol named)
        {
            return EventFieldsSpec.None;
        }

        var members = Members(named).Where(static member => !member.GetAttributes().IsEmpty).ToList();
        return new EventFieldsSpec
        {
            Id = Field(named, Marked(members, KnownNames.EventIdAttribute, context.Symbols).ToList(), "id", context),
            Type = Field(named, Marked(members, KnownNames.EventTypeAttribute, context.Symbols).ToList(), "type", context),
            ConstantType = ConstantType(named, context),
        };
    }

    /// <summary>The name in <c>[EventType("…")]</c> on the type itself.</summary>
    public static string? ConstantType(INamedTypeSymbol type, PayloadContext context)
    {
        if (context.Symbols.Attribute(type, KnownNames.EventTypeAttribute) is not { } attribute)
        {
            return null;
        }

        var name = attribute.ConstructorArguments is [{ Value: string text }] ? text : null;
        if (EventTypeNames.Fault(name) is { } fault)
        {
            context.Report(Rules.InvalidEventType, PayloadSite.Of(type), type.Name, fault);
            return null;
        }

        return name;
    }

    private static EventFieldSpec? Field(INamedTypeSymbol type, List<ISymbol> marked, string field, PayloadContext context)
    {
        if (marked.Count == 0)
        {
            return null;
        }

        var member = marked[0];
        if (marked.FirstOrDefault(other => other.Name != member.Name) is { } second)
        {
            context.Report(
                Rules.InvalidEventField, PayloadSite.Of(second), PayloadSite.Of(second).Name, field, $"'{PayloadSite.Of(member).Name}' is that already");
            return null;
        }

        var memberType = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        var value = ValueParser.NullableOf(memberType) ?? memberType;
        if (KindOf(value, field, context) is not { } kind)
        {
            context.Report(
                Rules.InvalidEventField, PayloadSite.Of(member), PayloadSite.Of(member).Name, field, field == "type"
                    ? "it is neither a string nor an enum"
                    : $"'{value.Name}' has no text of its own; use a string, a number, a Guid, or a type that implements IUtf8SpanFormattable");
            return null;
        }

        return new EventFieldSpec
        {
            Access = MemberAccessParser.Parse(type, member, memberType, context.Assembly),
            Kind = kind,
            CanBeNull = !memberType.IsValueType || !SymbolEqualityComparer.Default.Equals(value, memberType),
            Enum = kind == EventFieldKind.EnumName ? EnumParser.Parse((INamedTypeSymbol)value, context) : null,
        };
    }

    private static EventFieldKind? KindOf(ITypeSymbol type, string field, PayloadContext context)
    {
        if (type.SpecialType == SpecialType.System_String)
        {
            return EventFieldKind.Text;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return EventFieldKind.EnumName;
        }

        if (field == "type")
        {
            return null;
        }

        return ScalarTypes.KindOf(type, context.Symbols) switch
        {
            ScalarKind.Integer or ScalarKind.UInt32 or ScalarKind.Int64 => EventFieldKind.Integer,
            ScalarKind.DateTime or ScalarKind.Date or ScalarKind.Time => EventFieldKind.RoundTrip,
            ScalarKind.Uri => EventFieldKind.Object,
            _ when context.Symbols.Implements(type, JsonNames.Utf8SpanFormattable) => EventFieldKind.Formattable,
            _ when OverridesToString(type) => EventFieldKind.Object,
            _ => null,
        };
    }

    /// <summary>What a record's compiler writes for it (<c>OrderId { Value = 1 }</c>) is nobody's id.</summary>
    private static bool OverridesToString(ITypeSymbol type) => type.GetMembers("ToString")
        .Any(static member => member is IMethodSymbol { IsOverride: true, IsImplicitlyDeclared: false, Parameters.IsEmpty: true });

    /// <summary>Those of the type's members, and of those that it inherits, that have an attribute; an override before what it overrides.</summary>
    public static IEnumerable<ISymbol> Marked(INamedTypeSymbol type, string attributeName, KnownSymbols symbols) =>
        Marked(Members(type), attributeName, symbols);

    private static IEnumerable<ISymbol> Marked(IEnumerable<ISymbol> members, string attributeName, KnownSymbols symbols) => members
        .Where(member => symbols.Attribute(member, attributeName) is not null)
        .Where(static member => !MemberAccessParser.SharesItsName(member));

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        var hierarchy = new List<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            hierarchy.Add(current);
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            hierarchy.AddRange(type.AllInterfaces);
        }

        return hierarchy
            .SelectMany(static declaring => declaring.GetMembers())
            .Where(static member => member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null }
                or IFieldSymbol { IsStatic: false, AssociatedSymbol: null });
    }
}

using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>A member that System.Text.Json looks at.</summary>
/// <param name="Symbol">A property or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="JsonName">Its name in the JSON.</param>
/// <param name="Ignore">What <c>[JsonIgnore]</c> says.</param>
/// <param name="HasGetter">It can be read: publicly, or <c>[JsonInclude]</c> says so.</param>
internal sealed record JsonMember(
    ISymbol Symbol, ITypeSymbol Type, string JsonName, JsonAttributes.IgnoreCondition Ignore, bool HasGetter);

/// <summary>
/// Finds the members of a type in the order in which System.Text.Json's own resolver does: from the type itself down to its bases,
/// properties before fields, with its rules for what hides what.
/// </summary>
internal sealed class MemberCollector(INamedTypeSymbol type, KnownSymbols symbols)
{
    // Web defaults read names without regard to case, and so two names must differ in more than that.
    private readonly Dictionary<string, JsonMember> _byJsonName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ISymbol> _ignored = new(StringComparer.Ordinal);
    private readonly List<JsonMember> _members = [];
    private IReadOnlyList<JsonMember>? _written;

    /// <summary>Two members that have one name, which System.Text.Json refuses at run time.</summary>
    public (JsonMember First, JsonMember Second)? Conflict { get; private set; }

    /// <summary>All members that System.Text.Json looks at, those that it ignores included.</summary>
    public IReadOnlyList<JsonMember> All => _members;

    /// <summary>All members that are written, sorted by <c>[JsonPropertyOrder]</c>.</summary>
    public IReadOnlyList<JsonMember> Collect() => _written ??= CollectOnce();

    /// <summary>A type and those it derives from, as their members are taken.</summary>
    public static IEnumerable<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? InterfaceOrder.Of(type) : ClassHierarchy(type);

    private IReadOnlyList<JsonMember> CollectOnce()
    {
        foreach (var current in Hierarchy(type))
        {
            foreach (var member in MemberOrder.Of(current))
            {
                if (member is IPropertySymbol property)
                {
                    AddProperty(property);
                }
            }

            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, IsConst: false } field && JsonAttributes.IsIncluded(field, symbols))
                {
                    Add(field, field.Type, hasGetter: true);
                }
            }
        }

        // OrderBy is stable, which is what keeps members of equal order in place.
        return [.. _members
            .Where(static member => member.HasGetter && member.Ignore is not (JsonAttributes.IgnoreCondition.Always or JsonAttributes.IgnoreCondition.WhenWriting))
            .OrderBy(member => JsonAttributes.Order(member.Symbol, symbols))];
    }

    private static IEnumerable<INamedTypeSymbol> ClassHierarchy(INamedTypeSymbol type)
    {
        for (var current = type;
            current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) };
            current = current.BaseType)
        {
            yield return current;
        }
    }

    private void AddProperty(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsIndexer || IsOverriddenAndIgnored(property))
        {
            return;
        }

        var isIncluded = JsonAttributes.IsIncluded(property, symbols);
        var hasPublicGetter = property.GetMethod?.DeclaredAccessibility == Accessibility.Public;
        if (hasPublicGetter || property.SetMethod?.DeclaredAccessibility == Accessibility.Public || isIncluded)
        {
            Add(property, property.Type, hasPublicGetter || (isIncluded && property.GetMethod is not null));
        }
    }

    /// <summary>Virtual is what reflection calls so: what implements an interface is, and a <c>new</c> property counts as an override then.</summary>
    private bool IsOverriddenAndIgnored(IPropertySymbol property) =>
        _ignored.TryGetValue(property.Name, out var ignored)
        && ignored is IPropertySymbol overriding
        && SymbolEqualityComparer.Default.Equals(overriding.Type, property.Type)
        && VirtualProperties.IsVirtual(overriding)
        && VirtualProperties.IsVirtual(property);

    private void Add(ISymbol symbol, ITypeSymbol memberType, bool hasGetter)
    {
        // A member that is being typed may have no name yet, or that of the one it was copied from.
        if (symbol.Name.Length == 0 || MemberAccessParser.SharesItsName(symbol))
        {
            return;
        }

        var ignore = JsonAttributes.Ignore(symbol, symbols);
        var member = new JsonMember(
            symbol, memberType, JsonAttributes.Name(symbol, symbols) ?? JsonAttributes.CamelCase(symbol.MetadataName), ignore, hasGetter);
        var isIgnored = ignore == JsonAttributes.IgnoreCondition.Always;
        if (!_byJsonName.TryGetValue(member.JsonName, out var other))
        {
            _byJsonName.Add(member.JsonName, member);
            _members.Add(member);
        }
        else if (other.Ignore == JsonAttributes.IgnoreCondition.Always)
        {
            _byJsonName[member.JsonName] = member;
            _members[_members.IndexOf(other)] = member;
        }
        else if (!isIgnored && !IsHidden(member, other))
        {
            Conflict ??= (other, member);
        }

        if (isIgnored)
        {
            _ignored[symbol.Name] = symbol;
        }
    }

    /// <summary>Hidden, or overridden, by the other member, or by an ignored one.</summary>
    private bool IsHidden(JsonMember member, JsonMember other) =>
        IsHiddenBy(member.Symbol, other.Symbol)
        || (_ignored.TryGetValue(member.Symbol.Name, out var ignored) && IsHiddenBy(member.Symbol, ignored));

    private static bool IsHiddenBy(ISymbol member, ISymbol other) =>
        member.Name == other.Name && IsOrDerivesFrom(other.ContainingType, member.ContainingType);

    private static bool IsOrDerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
            {
                return true;
            }
        }

        return type.AllInterfaces.Contains(ancestor, SymbolEqualityComparer.Default);
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>What the parsers of one payload share: the types found so far, those still to be read, and what is wrong.</summary>
internal sealed class PayloadContext(KnownSymbols symbols, IAssemblySymbol assembly, Location location)
{
    private readonly Dictionary<ITypeSymbol, PayloadSpec?> _payloads = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, MemberCollector> _members = new(SymbolEqualityComparer.Default);
    private readonly Queue<INamedTypeSymbol> _pending = new();
    private readonly HashSet<INamedTypeSymbol> _enums = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, TypeRef> _contexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UncertainTypeSpec> _uncertain = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Violation>.Builder _violations = ImmutableArray.CreateBuilder<Violation>();

    public KnownSymbols Symbols { get; } = symbols;

    /// <summary>The assembly in which generated code stands.</summary>
    public IAssemblySymbol Assembly { get; } = assembly;

    /// <summary>Whether anything found needs the app's options when it is written.</summary>
    public bool NeedsOptions { get; set; }

    public bool HasErrors { get; private set; }

    /// <summary>Refers to a type with a writer of its own, and sees to it that it is read.</summary>
    public ValueSpec Reference(INamedTypeSymbol type)
    {
        if (!_payloads.ContainsKey(type))
        {
            _payloads.Add(type, null);
            _pending.Enqueue(type);
        }

        return new PayloadReferenceSpec
        {
            Type = TypeRef.Unannotated(type),
            ByReference = type.IsValueType && type.TypeKind != TypeKind.Enum,
        };
    }

    /// <summary>Whether the enum is met for the first time: what is wrong with it is said once.</summary>
    public bool IsNew(INamedTypeSymbol enumeration) => _enums.Add(enumeration);

    /// <summary>What System.Text.Json finds in a type: looked for once, and asked for by several rules.</summary>
    public MemberCollector Members(INamedTypeSymbol type)
    {
        if (!_members.TryGetValue(type, out var members))
        {
            _members.Add(type, members = new MemberCollector(type, Symbols));
        }

        return members;
    }

    /// <summary>Reads the types that were referred to, and those that they refer to.</summary>
    public void ReadPending(Func<INamedTypeSymbol, PayloadSpec?> read, CancellationToken cancellationToken)
    {
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var type = _pending.Dequeue();
            _payloads[type] = read(type);
        }
    }

    /// <summary>
    /// Leaves a value to the app's <c>JsonTypeInfo</c>, where a context of the project has one for its type; else says why generated code
    /// cannot write it.
    /// </summary>
    public MetadataSpec? Metadata(ITypeSymbol type, PayloadSite site, string reason, NumberFormat? format = null)
    {
        var contexts = SerializerContexts.Of(Symbols);
        if (contexts.Find(type) is not { } context)
        {
            Report(Rules.NeedsMetadata, LocationOf(site), site.Name, reason, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            return null;
        }

        // What an object or a collection of objects holds may be known to any of them.
        var isOpen = type.SpecialType == SpecialType.System_Object || format is not null;
        AddContexts(isOpen ? contexts.All : [context]);
        NeedsOptions = true;
        return new MetadataSpec { Type = TypeRef.Unannotated(type), Format = format, IsDynamic = false };
    }

    /// <summary>Remembers types of which only the run time knows all members.</summary>
    public void AddUncertain(IEnumerable<INamedTypeSymbol> types)
    {
        foreach (var type in types)
        {
            var reference = TypeRef.Unannotated(type);
            _uncertain[reference.FullName] = new UncertainTypeSpec { Type = reference, ShowsInternals = HiddenMembers.ShowsInternals(type) };
        }
    }

    /// <summary>Has a context at hand for a payload with uncertain types, should metadata have to write it.</summary>
    public void AddContextOf(ITypeSymbol payload)
    {
        if (_uncertain.Count > 0 && SerializerContexts.Of(Symbols).Find(payload) is { } context)
        {
            AddContexts([context]);
        }
    }

    public void Report(DiagnosticDescriptor rule, PayloadSite site, params object[] arguments) =>
        Report(rule, LocationOf(site), arguments);

    public EquatableArray<PayloadSpec> Types() => _payloads.Values
        .OfType<PayloadSpec>()
        .OrderBy(static payload => payload.Type.FullName, StringComparer.Ordinal)
        .ToEquatableArray();

    public EquatableArray<TypeRef> Contexts() =>
        _contexts.Values.OrderBy(static context => context.FullName, StringComparer.Ordinal).ToEquatableArray();

    public EquatableArray<UncertainTypeSpec> Uncertain() =>
        _uncertain.Values.OrderBy(static uncertain => uncertain.Type.FullName, StringComparer.Ordinal).ToEquatableArray();

    public ParseResult<PayloadGraph> Result(PayloadGraph? graph) => new(HasErrors ? null : graph, _violations.ToImmutable());

    /// <summary>The declaration where it is in this project's source, else the handler.</summary>
    private Location LocationOf(PayloadSite site) =>
        site.Symbol.Locations.FirstOrDefault(declaration => declaration.SourceTree is { } tree && Symbols.Compilation.ContainsSyntaxTree(tree)) ?? location;

    private void AddContexts(IEnumerable<INamedTypeSymbol> contexts)
    {
        foreach (var reference in contexts.Select(TypeRef.Unannotated))
        {
            _contexts[reference.FullName] = reference;
        }
    }

    private void Report(DiagnosticDescriptor rule, Location at, params object[] arguments)
    {
        var violation = new Violation(rule, at, arguments);
        _violations.Add(violation);
        HasErrors |= violation.IsError;
    }
}

/// <summary>The place in a payload that a parser is at, for what it has to say about it.</summary>
/// <param name="Symbol">Where it was declared, perhaps in another assembly.</param>
internal readonly record struct PayloadSite(ISymbol Symbol)
{
    /// <summary>As a reader knows it: <c>Order.Customer</c>, or a type's name. Spelled when there is something to say only.</summary>
    public string Name => Symbol is ITypeSymbol type ? Display(type) : Display(Symbol.ContainingType) + "." + Symbol.Name;

    public static PayloadSite Of(ISymbol member) => new(member);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

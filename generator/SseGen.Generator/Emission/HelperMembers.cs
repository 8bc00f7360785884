using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The private members of a generated class that its writing methods turn out to need: loops, converters, accessors.</summary>
internal sealed class HelperMembers
{
    private readonly Dictionary<object, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<ValueSpec> _loops = new();
    private readonly List<EnumPayloadSpec> _enums = [];
    private readonly List<string> _fields = [];
    private readonly List<string> _accessors = [];

    /// <summary>The method that writes a list or dictionary.</summary>
    public string Method(ValueSpec value)
    {
        if (!_names.TryGetValue(value, out var name))
        {
            name = Claim(value, "Write" + GeneratedNames.Word(value.Type));
            _loops.Enqueue(value);
        }

        return name;
    }

    /// <summary>The method that gives the name of an enum's value.</summary>
    public string EnumNames(EnumPayloadSpec enumeration)
    {
        if (!_names.TryGetValue(enumeration, out var name))
        {
            name = Claim(enumeration, "NameOf" + GeneratedNames.Word(enumeration.Type));
            _enums.Add(enumeration);
        }

        return name;
    }

    /// <summary>The field that holds a converter.</summary>
    public string Converter(ConvertedSpec value)
    {
        if (!_names.TryGetValue(value.Converter, out var name))
        {
            name = Claim(value.Converter, "s_" + Decapitalized(GeneratedNames.Word(value.Converter)));
            _fields.Add($"private static readonly {value.Converter} {name} = new();");
        }

        return name;
    }

    /// <summary>The expression that reads a member of <paramref name="value"/>.</summary>
    public string Read(MemberAccess access, string value, bool isStruct)
    {
        var name = CSharpLiteral.Identifier(access.Name);
        return access.Kind switch
        {
            MemberAccessKind.Direct => $"{value}.{name}",
            MemberAccessKind.Cast => $"(({access.DeclaringType}){value}).{name}",
            _ => $"{Accessor(access)}{(access.Generic is { } generic ? $"<{generic.Arguments}>.Get" : "")}({(isStruct ? $"ref global::System.Runtime.CompilerServices.Unsafe.AsRef(in {value})" : value)})",
        };
    }

    /// <summary>Writes all members asked for, and those that these ask for in turn.</summary>
    public void Emit(SourceWriter source)
    {
        while (_loops.Count > 0)
        {
            source.WriteLine();
            CollectionEmitter.Emit(source, _loops.Dequeue(), this);
        }

        foreach (var enumeration in _enums)
        {
            source.WriteLine();
            EventEnumEmitter.Emit(source, enumeration, EnumNames(enumeration));
        }

        foreach (var accessor in _accessors)
        {
            source.WriteLine();
            source.WriteLines(accessor);
        }

        foreach (var field in _fields)
        {
            source.WriteLine();
            source.WriteLine(field);
        }
    }

    /// <summary>The name of the private member that <paramref name="key"/> stands for; the caller writes the member.</summary>
    public string Named(object key, string name) => _names.TryGetValue(key, out var known) ? known : Claim(key, name);

    /// <summary>A name that no other member has.</summary>
    private string Claim(object key, string name)
    {
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
        {
            unique = name + "_" + i;
        }

        _names[key] = unique;
        return unique;
    }

    private string Accessor(MemberAccess access)
    {
        if (!_names.TryGetValue(access, out var name))
        {
            name = Claim(access, "Get" + Speakable(access.Name));
            _accessors.Add(access.Generic is { } generic
                ? $$"""
                    private static class {{name}}<{{generic.Parameters}}>{{generic.Constraints}}
                    {
                    {{Accessor(access, "internal", "Get", generic.DeclaringType, generic.Type)}}
                    }
                    """
                : Accessor(access, "private", name, access.DeclaringType, access.Type));
        }

        return name;
    }

    private static string Accessor(MemberAccess access, string accessibility, string name, TypeRef declaringType, TypeRef type)
    {
        var isField = access.Kind == MemberAccessKind.PrivateField;
        var member = CSharpLiteral.String(isField ? access.Name : Getter(access.Name));
        return $"""
            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{(isField ? "Field" : "Method")}, Name = {member})]
            {accessibility} static extern {(isField ? "ref " : "")}{type} {name}({(declaringType.IsValueType ? "ref " : "")}{declaringType} value);
            """;
    }

    /// <summary>
    /// A member's name, for a field behind a property that of the property: <c>Name</c> of <c>&lt;Name&gt;k__BackingField</c>, and of
    /// <c>IOther.Name</c>.
    /// </summary>
    public static string Speakable(string name) => name[0] == '<' ? name.Substring(1, name.IndexOf('>') - 1) : name.Substring(name.LastIndexOf('.') + 1);

    /// <summary><c>get_Name</c>, and <c>IOther.get_Name</c>.</summary>
    private static string Getter(string name) => name.Insert(name.LastIndexOf('.') + 1, "get_");

    private static string Decapitalized(string word) => char.ToLowerInvariant(word[0]) + word.Substring(1);
}

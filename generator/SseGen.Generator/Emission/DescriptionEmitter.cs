using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>
/// Writes what API descriptions want to know about the types of the endpoints, for applications without reflection: metadata without a
/// way to read or write a value.
/// </summary>
internal static class DescriptionEmitter
{
    /// <summary>The call that the <c>Map…</c> methods make.</summary>
    public const string Call = "global::SseGen.Generated.JsonDescriptions.Describe(endpoints);";

    private const string Descriptions = "global::SseGen.Json.JsonTypeDescriptions";
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";

    public static void AddSource(SourceProductionContext output, DescriptionSpec description) =>
        output.AddSource("JsonDescriptions.g.cs", Emit(description));

    public static SourceText Emit(DescriptionSpec description)
    {
        using var code = new SourceWriter();
        code.WriteLines(GeneratedFile.Header);
        code.WriteLines(
            """
            // An obsolete member is in the JSON, and so in its description.
            #pragma warning disable CS0612, CS0618

            """);
        using (code.Block("namespace SseGen.Generated"))
        {
            code.WriteLines(
                """
                /// <summary>What the types of this assembly's event streams look like as JSON.</summary>
                [global::Microsoft.CodeAnalysis.Embedded]
                """);
            using var type = code.Block("internal static class JsonDescriptions");
            EmitDescribe(code, description);
            foreach (var members in description.Objects)
            {
                code.WriteLine();
                EmitObject(code, members);
            }
        }

        return code.ToSourceText();
    }

    private static void EmitDescribe(SourceWriter code, DescriptionSpec description)
    {
        using var method = code.Block("internal static void Describe(global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)");
        code.WriteLine($"var types = {Descriptions}.Of(endpoints);");
        foreach (var context in description.Contexts)
        {
            code.WriteLine($"types.AddContext({context}.Default);");
        }

        foreach (var value in description.Values)
        {
            code.WriteLine($"types.{Addition(value)};");
        }

        foreach (var members in description.Objects)
        {
            code.WriteLine($"{MethodOf(members)}(types);");
        }
    }

    private static string Addition(ValueSpec value) => value switch
    {
        ScalarSpec scalar => $"AddValue({Metadata}JsonMetadataServices.{Converter(scalar)})",
        NullableSpec nullable => $"AddNullable<{nullable.Value.Type}>()",
        EnumNumberSpec => $"AddEnum<{value.Type}>()",
        PayloadReferenceSpec => $"AddNamedEnum<{value.Type}>()",
        ListSpec { Kind: SequenceKind.Array } list => $"AddArray<{list.Element.Type}>()",
        ListSpec { Kind: SequenceKind.Memory } list => $"Add{Generic(list.Type)}<{list.Element.Type}>()",
        ListSpec list => $"AddSequence<{list.Type}, {list.Element.Type}>()",
        DictionarySpec { IsReadOnly: true } dictionary => $"AddReadOnlyDictionary<{dictionary.Type}, {dictionary.Key.Type}, {dictionary.Value.Type}>()",
        DictionarySpec dictionary => $"AddDictionary<{dictionary.Type}, {dictionary.Key.Type}, {dictionary.Value.Type}>()",
        _ => $"AddOpaque<{value.Type}>()",
    };

    private static void EmitObject(SourceWriter code, MembersSpec members)
    {
        code.WriteLine($"private static void {MethodOf(members)}({Descriptions} types) => types.AddObject<{members.Type}>(");
        using var arguments = code.Indent();
        code.WriteLine("static options =>");
        code.WriteLine("[");
        using (code.Indent())
        {
            foreach (var property in members.Properties)
            {
                code.WriteLine(Property(property) + ",");
            }
        }

        code.WriteLine("],");
        code.WriteLine("[");
        using (code.Indent())
        {
            for (var i = 0; i < members.ConstructorParameters.Count; i++)
            {
                code.WriteLine(Parameter(members.ConstructorParameters[i], i) + ",");
            }
        }

        code.WriteLine("]);");
    }

    private static string Property(PropertySpec property)
    {
        var access = property.Access;
        var get = access.IsField ? "GetField" : "GetProperty";
        var member = $"typeof({access.DeclaringType}).{get}({CSharpLiteral.String(access.Name)}, {Descriptions}.Declared)!";
        List<string> arguments = [$"options, {member}"];
        if (property.JsonName != Parsing.JsonAttributes.CamelCase(access.Name))
        {
            arguments.Add($"jsonName: {CSharpLiteral.String(property.JsonName)}");
        }

        if (property.IsRequired)
        {
            arguments.Add("isRequired: true");
        }

        if (property.IsNullable)
        {
            arguments.Add("isNullable: true");
        }

        if (FormatOf(property.Value) is var format and not NumberFormat.Number)
        {
            var handling = format == NumberFormat.String ? "WriteAsString" : "AllowNamedFloatingPointLiterals";
            arguments.Add($"numberHandling: global::System.Text.Json.Serialization.JsonNumberHandling.{handling}");
        }

        return $"{Descriptions}.Property<{access.Type}>({string.Join(", ", arguments)})";
    }

    private static string Parameter(ConstructorParameterSpec parameter, int position)
    {
        var nullable = parameter.IsNullable ? ", isNullable: true" : "";
        var start = $"<{parameter.Type}>({CSharpLiteral.String(parameter.Name)}, {CSharpLiteral.Number(position)}";
        return parameter.DefaultValue is null
            ? $"{Descriptions}.Parameter{start}{nullable})"
            : $"{Descriptions}.OptionalParameter{start}, {parameter.DefaultValue}{nullable})";
    }

    private static NumberFormat FormatOf(ValueSpec value) => value switch
    {
        ScalarSpec scalar => scalar.Format,
        NullableSpec nullable => FormatOf(nullable.Value),
        ListSpec list => FormatOf(list.Element),
        DictionarySpec dictionary => FormatOf(dictionary.Value),
        _ => NumberFormat.Number,
    };

    private static string MethodOf(MembersSpec members) => "Describe" + HintNames.Identifier(members.Type.FullName);

    /// <summary>The name of <c>Memory&lt;T&gt;</c> or <c>ReadOnlyMemory&lt;T&gt;</c> alone.</summary>
    private static string Generic(TypeRef type) => type.FullName.StartsWith("global::System.Memory<", StringComparison.Ordinal) ? "Memory" : "ReadOnlyMemory";

    /// <summary>The framework's converter: called as the type is, in the runtime's words.</summary>
    private static string Converter(ScalarSpec scalar)
    {
        var name = scalar.Type.FullName;
        return (name, scalar.Kind) switch
        {
            (_, ScalarKind.Bytes) => "ByteArray",
            (_, ScalarKind.ByteMemory) => Generic(scalar.Type) + "Byte",
            ("bool", _) => "Boolean",
            ("byte", _) => "Byte",
            ("sbyte", _) => "SByte",
            ("short", _) => "Int16",
            ("ushort", _) => "UInt16",
            ("int", _) => "Int32",
            ("uint", _) => "UInt32",
            ("long", _) => "Int64",
            ("ulong", _) => "UInt64",
            ("float", _) => "Single",
            ("double", _) => "Double",
            ("decimal", _) => "Decimal",
            ("char", _) => "Char",
            ("string", _) => "String",
            _ => name.Substring(name.LastIndexOf('.') + 1),
        } + "Converter";
    }
}

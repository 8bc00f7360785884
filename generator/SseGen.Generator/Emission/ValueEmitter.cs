using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>Statements that write one value. What needs a loop or an object of its own goes to <see cref="HelperMembers"/>.</summary>
internal sealed class ValueEmitter(JsonCode code, HelperMembers helpers)
{
    /// <param name="value">What is written.</param>
    /// <param name="expression">C# that gives it; used once.</param>
    /// <param name="local">A name for it, should it need one.</param>
    public void Write(ValueSpec value, string expression, string local = "present")
    {
        switch (value)
        {
            case ScalarSpec scalar:
                WriteScalar(scalar, expression);
                break;
            case EnumNumberSpec number:
                code.Statement($"writer.WriteNumber(({NumberType(number.Underlying)}){expression});");
                break;
            case PayloadReferenceSpec reference:
                code.Statement($"{GeneratedNames.QualifiedPayloadClass(reference.Type)}.Write(ref writer, {expression});");
                break;
            case NullableSpec nullable:
                WriteNullable(nullable, expression, code.Local(local));
                break;
            case ConvertedSpec converted:
                code.Statement($"writer.WriteConverted({helpers.Converter(converted)}, {expression});");
                break;
            case MetadataSpec metadata:
                code.Statement(Metadata(metadata, expression));
                break;
            default:
                code.Statement($"{helpers.Method(value)}(ref writer, {expression});");
                break;
        }
    }

    /// <summary>The name of a property that comes from a dictionary's key, and its colon.</summary>
    public void WriteKey(ValueSpec key, string expression)
    {
        switch (key)
        {
            case PayloadReferenceSpec name:
                code.Statement($"{GeneratedNames.QualifiedPayloadClass(name.Type)}.WriteKey(ref writer, {expression});");
                break;
            case ScalarSpec { Kind: ScalarKind.Boolean }:
                code.Statement($"writer.WriteRaw({expression} ? \"\\\"True\\\"\"u8 : \"\\\"False\\\"\"u8);");
                break;
            case ScalarSpec scalar when scalar.Kind.IsNumber():
                code.Literal("\"");
                WriteScalar(scalar, expression);
                code.Literal("\"");
                break;
            default:
                Write(key, expression);
                break;
        }

        code.Literal(":");
    }

    public static string NumberType(ScalarKind kind) => kind switch
    {
        ScalarKind.Integer => "int",
        ScalarKind.UInt32 => "uint",
        ScalarKind.Int64 => "long",
        ScalarKind.UInt64 => "ulong",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An enum has no such underlying type."),
    };

    private static string Metadata(MetadataSpec metadata, string expression)
    {
        var isObject = metadata.Type.FullName == "object" && metadata.Format is not null;
        var handling = metadata.Format switch
        {
            NumberFormat.String => ", global::System.Text.Json.Serialization.JsonNumberHandling.WriteAsString",
            NumberFormat.NamedLiteral => ", global::System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals",
            _ => "",
        };
        var value = metadata.IsDynamic ? $"(object?){expression}" : expression;
        return isObject ? $"writer.WriteObject({value}{handling});" : $"writer.WriteWithMetadata<{metadata.Type}>({value}{handling});";
    }

    private void WriteNullable(NullableSpec nullable, string expression, string local)
    {
        using (code.Block($"if ({expression} is {{ }} {local})"))
        {
            Write(nullable.Value, local);
        }

        using (code.Block("else"))
        {
            code.Statement("writer.WriteNull();");
        }
    }

    private void WriteScalar(ScalarSpec scalar, string expression)
    {
        switch (scalar.Format, scalar.Kind)
        {
            case (NumberFormat.String, ScalarKind.Floating):
                code.Statement($"writer.WriteNumberAsString({expression});");
                break;
            case (NumberFormat.NamedLiteral, ScalarKind.Floating):
                code.Statement($"writer.WriteNumberOrName({expression});");
                break;
            case (NumberFormat.String, _):
                code.Literal("\"");
                code.Statement(Scalar(scalar, expression));
                code.Literal("\"");
                break;
            default:
                code.Statement(Scalar(scalar, expression));
                break;
        }
    }

    private static string Scalar(ScalarSpec scalar, string expression) => scalar.Kind switch
    {
        ScalarKind.Boolean => $"writer.WriteBoolean({expression});",
        ScalarKind.Char or ScalarKind.String => $"writer.WriteString({expression});",
        ScalarKind.DateTime => $"writer.WriteDateTime({expression});",
        ScalarKind.Date => $"writer.WriteDate({expression});",
        ScalarKind.Time => $"writer.WriteTime({expression});",
        ScalarKind.TimeSpan => $"writer.WriteTimeSpan({expression});",
        ScalarKind.Guid => $"writer.WriteGuid({expression});",
        ScalarKind.Uri => $"writer.WriteUri({expression});",
        ScalarKind.Version => $"writer.WriteVersion({expression});",
        ScalarKind.Bytes => $"writer.WriteBase64({expression});",
        ScalarKind.ByteMemory => $"writer.WriteBase64({expression}.Span);",
        ScalarKind.JsonElement or ScalarKind.JsonDocument or ScalarKind.JsonNode => $"writer.WriteJson({expression});",
        // Smaller integers convert to too many types for an overload to be chosen.
        ScalarKind.Integer when scalar.Type.FullName != "int" => $"writer.WriteNumber((int){expression});",
        _ => $"writer.WriteNumber({expression});",
    };
}

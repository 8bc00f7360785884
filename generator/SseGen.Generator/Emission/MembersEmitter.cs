using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The statements that write the members of an object, from its opening brace to the closing one.</summary>
internal sealed class MembersEmitter(JsonCode code, HelperMembers helpers)
{
    private readonly ValueEmitter _values = new(code, helpers);
    private Brace _brace;

    /// <summary>What is known at a place in the generated code about the object's opening brace.</summary>
    private enum Brace
    {
        /// <summary>Nothing has been written.</summary>
        Pending,

        /// <summary>The variable <c>opened</c> tells.</summary>
        Unknown,

        /// <summary>The brace and a property have been written.</summary>
        Open,
    }

    /// <summary>Writes the body of a method with parameters <c>writer</c> and <c>value</c>, which is not null.</summary>
    /// <param name="members">The members of the type of <c>value</c>.</param>
    /// <param name="discriminator">Writes a first property; <see langword="null"/> when there is none.</param>
    public void Emit(MembersSpec members, Action<JsonCode>? discriminator = null)
    {
        var value = EmitOnSerializing(members);
        var isEmpty = members.Properties.Count == 0 && members.ExtensionData is null && discriminator is null;
        if (!isEmpty)
        {
            new DepthEmitter(code, helpers).Emit(members, value);
        }

        _brace = Brace.Pending;
        if (discriminator is not null)
        {
            code.Literal("{");
            discriminator(code);
            _brace = Brace.Open;
        }
        else if (!isEmpty && (members.Properties.Count == 0 || members.Properties[0].Condition != WriteCondition.Always))
        {
            code.Statement("var opened = false;");
        }

        foreach (var property in members.Properties)
        {
            EmitProperty(property, value, members.Type.IsValueType);
        }

        if (members.ExtensionData is { } extensionData)
        {
            EmitExtensionData(extensionData, value, members.Type.IsValueType);
        }

        EmitEnd();
        if (!isEmpty)
        {
            code.Statement("writer.LeaveContainer();");
        }

        EmitOnSerialized(members, value);
        code.Flush();
    }

    private void EmitProperty(PropertySpec property, string value, bool isStruct)
    {
        var read = helpers.Read(property.Access, value, isStruct);
        var local = LocalName(property);
        if (property.Condition == WriteCondition.Always)
        {
            EmitBraceOrComma();
            _brace = Brace.Open;
            JsonStrings.WriteName(code, property.JsonName);
            _values.Write(property.Value, read, local);
            return;
        }

        local = code.Local(local);
        using (code.Block($"if ({Condition(property, read, local)})"))
        {
            if (_brace == Brace.Open)
            {
                code.Literal(",");
            }
            else
            {
                EmitBraceOrComma();
                code.Statement("opened = true;");
            }

            JsonStrings.WriteName(code, property.JsonName);
            _values.Write(property.Value is NullableSpec nullable ? nullable.Value : property.Value, local);
        }

        _brace = _brace == Brace.Open ? Brace.Open : Brace.Unknown;
    }

    /// <summary>The property's name, as a local variable would be called.</summary>
    private static string LocalName(PropertySpec property)
    {
        var name = HelperMembers.Speakable(property.Access.Name);
        return CSharpLiteral.Identifier(char.ToLowerInvariant(name[0]) + name.Substring(1));
    }

    private static string Condition(PropertySpec property, string read, string local) => property.Condition switch
    {
        WriteCondition.NotNull => $"{read} is {{ }} {local}",
        WriteCondition.NotDefault => $"{read} is var {local} && {local} != default",
        _ => $"{read} is var {local} && !global::System.Collections.Generic.EqualityComparer<{property.Access.Type}>.Default.Equals({local}, default)",
    };

    private void EmitBraceOrComma()
    {
        switch (_brace)
        {
            case Brace.Pending:
                code.Literal("{");
                break;
            case Brace.Open:
                code.Literal(",");
                break;
            default:
                code.Statement("writer.WriteByte(opened ? (byte)',' : (byte)'{');");
                break;
        }
    }

    private void EmitExtensionData(ExtensionDataSpec extensionData, string value, bool isStruct)
    {
        var read = helpers.Read(extensionData.Access, value, isStruct);
        using (code.Block($"if ({read} is {{ }} extensionData)"))
        {
            using (code.Block("foreach (var entry in extensionData)"))
            {
                if (_brace == Brace.Open)
                {
                    code.Literal(",");
                }
                else
                {
                    code.Statement("writer.WriteByte(opened ? (byte)',' : (byte)'{');");
                    code.Statement("opened = true;");
                }

                code.Statement("writer.WriteString(entry.Key);");
                code.Literal(":");
                _values.Write(extensionData.Value is DictionarySpec dictionary ? dictionary.Value : extensionData.Value, "entry.Value");
            }
        }

        _brace = _brace == Brace.Open ? Brace.Open : Brace.Unknown;
    }

    private void EmitEnd()
    {
        switch (_brace)
        {
            case Brace.Pending:
                code.Literal("{}");
                break;
            case Brace.Open:
                code.Literal("}");
                break;
            default:
                code.Statement("writer.WriteRaw(opened ? \"}\"u8 : \"{}\"u8);");
                break;
        }
    }

    /// <summary>System.Text.Json calls a struct's callback on a copy, and writes the copy; so does this.</summary>
    private string EmitOnSerializing(MembersSpec members)
    {
        if (members.Type.IsValueType && (members.HasOnSerializing || members.HasOnSerialized))
        {
            code.Statement("var copy = value;");
            if (members.HasOnSerializing)
            {
                code.Statement("global::SseGen.Json.JsonCallbacks.OnSerializing(ref copy);");
            }

            return "copy";
        }

        if (members.HasOnSerializing)
        {
            code.Statement("((global::System.Text.Json.Serialization.IJsonOnSerializing)value).OnSerializing();");
        }

        return "value";
    }

    private void EmitOnSerialized(MembersSpec members, string value)
    {
        if (members.HasOnSerialized)
        {
            code.Statement(members.Type.IsValueType
                ? $"global::SseGen.Json.JsonCallbacks.OnSerialized(ref {value});"
                : $"((global::System.Text.Json.Serialization.IJsonOnSerialized){value}).OnSerialized();");
        }
    }
}

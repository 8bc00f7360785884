using System.Globalization;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The members of the class that writes an enum by name.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter source, EnumPayloadSpec payload)
    {
        EmitWrite(source, payload, "Write", "a JSON string; a value without a name is a number", isKey: false);
        source.WriteLine();
        EmitWrite(source, payload, "WriteKey", "the name of a property", isKey: true);
        if (payload.IsFlags)
        {
            source.WriteLine();
            EmitTryWriteFlags(source, payload);
        }
    }

    private static void EmitWrite(SourceWriter source, EnumPayloadSpec payload, string method, string what, bool isKey)
    {
        source.WriteLine($"/// <summary>Writes {what}.</summary>");
        using (source.Block($"internal static void {method}(ref {GeneratedNames.EventWriter} writer, {payload.Type} value)"))
        {
            using (source.Block("switch (value)"))
            {
                foreach (var name in payload.Names)
                {
                    source.WriteLine($"case {payload.Type}.{CSharpLiteral.Identifier(name.Member)}:");
                    EmitCase(source, code => JsonStrings.Write(code, name.JsonName));
                }

                source.WriteLine("default:");
                EmitCase(source, code => EmitUnnamed(code, payload, isKey));
            }
        }
    }

    private static void EmitCase(SourceWriter source, Action<JsonCode> emit)
    {
        using (source.Indent())
        {
            var code = new JsonCode(source);
            emit(code);
            code.Flush();
            source.WriteLine("break;");
        }
    }

    private static void EmitUnnamed(JsonCode code, EnumPayloadSpec payload, bool isKey)
    {
        if (payload.IsFlags)
        {
            using (code.Block("if (!TryWriteFlags(ref writer, value))"))
            {
                EmitNumber(code, payload, isKey);
            }
        }
        else
        {
            EmitNumber(code, payload, isKey);
        }
    }

    private static void EmitNumber(JsonCode code, EnumPayloadSpec payload, bool isKey)
    {
        if (isKey)
        {
            code.Literal("\"");
        }

        code.Statement($"writer.WriteNumber(({ValueEmitter.NumberType(payload.Underlying)})value);");
        if (isKey)
        {
            code.Literal("\"");
        }
    }

    /// <summary>A combination is the names of its parts, separated by commas, if these cover all its bits.</summary>
    private static void EmitTryWriteFlags(SourceWriter source, EnumPayloadSpec payload)
    {
        source.WriteLine($"private static bool TryWriteFlags(ref {GeneratedNames.EventWriter} writer, {payload.Type} value) =>");
        using (source.Indent())
        {
            source.WriteLine("writer.TryWriteFlags(unchecked((ulong)value), s_bits, s_names);");
        }

        source.WriteLine();
        source.WriteLine($"private static readonly ulong[] s_bits = [{string.Join(", ", payload.Names.Select(static name => name.Bits.ToString(CultureInfo.InvariantCulture)))}];");
        source.WriteLine();
        source.WriteLine($"private static readonly string[] s_names = [{string.Join(", ", payload.Names.Select(static name => CSharpLiteral.String(name.JsonName)))}];");
    }
}

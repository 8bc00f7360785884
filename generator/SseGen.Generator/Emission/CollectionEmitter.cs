using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The methods that write lists and dictionaries.</summary>
internal static class CollectionEmitter
{
    /// <summary>The class of a collection type of its own.</summary>
    public static void Emit(SourceWriter source, CollectionPayloadSpec payload)
    {
        var helpers = new HelperMembers();
        EmitMethod(source, "internal", "Write", payload.Collection, helpers);
        helpers.Emit(source);
    }

    /// <summary>A method that another type's writer needs.</summary>
    public static void Emit(SourceWriter source, ValueSpec value, HelperMembers helpers) =>
        EmitMethod(source, "private", helpers.Method(value), value, helpers);

    private static void EmitMethod(SourceWriter source, string accessibility, string name, ValueSpec value, HelperMembers helpers)
    {
        var parameter = GeneratedNames.ValueParameter(value.Type, "items");
        using (source.Block($"{accessibility} static void {name}(ref {GeneratedNames.EventWriter} writer, {parameter})"))
        {
            var code = new JsonCode(source);
            var values = new ValueEmitter(code, helpers);
            if (!value.Type.IsValueType)
            {
                using (code.Block("if (items is null)"))
                {
                    code.Statement("writer.WriteNull();");
                    code.Statement("return;");
                }
            }

            if (value is ListSpec list)
            {
                EmitList(code, values, list);
            }
            else
            {
                EmitDictionary(code, values, (DictionarySpec)value);
            }

            code.Flush();
        }
    }

    private static void EmitList(JsonCode code, ValueEmitter values, ListSpec list)
    {
        code.Statement("var separator = (byte)'[';");
        code.Statement("writer.EnterSparseContainer();");
        using (code.Block($"foreach (var item in {Items(list)})"))
        {
            EmitSeparator(code, list.IsDepthUnchecked);
            values.Write(list.Element, "item");
        }

        EmitEnd(code, "[", "]");
    }

    private static void EmitDictionary(JsonCode code, ValueEmitter values, DictionarySpec dictionary)
    {
        code.Statement("var separator = (byte)'{';");
        code.Statement("writer.EnterSparseContainer();");
        using (code.Block($"foreach (var entry in {Entries(dictionary)})"))
        {
            EmitSeparator(code, dictionary.IsDepthUnchecked);
            values.WriteKey(dictionary.Key, "entry.Key");
            values.Write(dictionary.Value, "entry.Value");
        }

        EmitEnd(code, "{", "}");
    }

    private static void EmitSeparator(JsonCode code, bool isDepthUnchecked)
    {
        if (!isDepthUnchecked)
        {
            code.Statement("writer.CheckDepth();");
        }

        code.Statement("writer.WriteByte(separator);");
        code.Statement("separator = (byte)',';");
    }

    private static void EmitEnd(JsonCode code, string open, string close)
    {
        code.Statement($"writer.WriteRaw(separator == '{open}' ? \"{open}{close}\"u8 : \"{close}\"u8);");
        code.Statement("writer.LeaveContainer();");
    }

    private static string Items(ListSpec list) => list.Kind switch
    {
        SequenceKind.List => "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items)",
        SequenceKind.ImmutableArray => "global::SseGen.Json.JsonSequences.AsSpan(items)",
        SequenceKind.InterfaceOfLists => "global::SseGen.Json.JsonSequences.Enumerate(items)",
        SequenceKind.Memory => "items.Span",
        SequenceKind.Interface => $"(global::System.Collections.Generic.IEnumerable<{list.Element.Type}>)items",
        _ => "items",
    };

    private static string Entries(DictionarySpec dictionary) => dictionary.Kind == SequenceKind.Interface
        ? "(global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<"
            + $"{dictionary.Key.Type}, {dictionary.Value.Type}>>)items"
        : "items";
}

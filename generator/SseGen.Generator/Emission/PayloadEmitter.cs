using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The file of a payload type: for it and for each type in it, a static class whose <c>Write</c> writes a value as JSON.</summary>
internal static class PayloadEmitter
{
    public static void AddSource(SourceProductionContext output, PayloadFile file) =>
        output.AddSource(HintNames.File(file.FullTypeName, "json", file.HasNamesake), Emit(file.Types));

    public static SourceText Emit(EquatableArray<PayloadSpec> types)
    {
        using var source = new SourceWriter();
        source.WriteLines(GeneratedFile.Header);
        if (types.Any(static type => type.IsObsolete))
        {
            source.WriteLine("#pragma warning disable CS0612, CS0618 // what is obsolete is JSON all the same");
            source.WriteLine();
        }

        source.WriteLine($"namespace {GeneratedNames.PayloadNamespace};");
        foreach (var type in types)
        {
            source.WriteLine();
            EmitClass(source, type);
        }

        return source.ToSourceText();
    }

    private static void EmitClass(SourceWriter source, PayloadSpec payload)
    {
        source.WriteLine($"/// <summary>Writes <c>{CSharpLiteral.XmlText(payload.Type.FullName.Replace("global::", ""))}</c> as JSON.</summary>");
        source.WriteLine("[global::Microsoft.CodeAnalysis.Embedded]");
        using (source.Block($"internal static class {GeneratedNames.PayloadClass(payload.Type)}"))
        {
            switch (payload)
            {
                case EnumPayloadSpec enumeration:
                    EnumEmitter.Emit(source, enumeration);
                    break;
                case CollectionPayloadSpec collection:
                    CollectionEmitter.Emit(source, collection);
                    break;
                case MetadataPayloadSpec metadata:
                    ObjectEmitter.Emit(source, metadata);
                    break;
                default:
                    ObjectEmitter.Emit(source, (ObjectPayloadSpec)payload);
                    break;
            }
        }
    }
}

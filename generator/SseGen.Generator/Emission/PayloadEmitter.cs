using Microsoft.CodeAnalysis;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The file of one payload type: a static class whose <c>Write</c> writes a value of it as JSON.</summary>
internal static class PayloadEmitter
{
    public static void AddSource(SourceProductionContext output, PayloadFile file) =>
        output.AddSource(HintNames.File(file.Payload.Type.FullName, "json", file.HasNamesake), Emit(file.Payload));

    public static string Emit(PayloadSpec payload)
    {
        var source = new SourceWriter();
        source.WriteLines(GeneratedFile.Header);
        if (payload.IsObsolete)
        {
            source.WriteLine("#pragma warning disable CS0612, CS0618 // what is obsolete is JSON all the same");
            source.WriteLine();
        }

        source.WriteLine($"namespace {GeneratedNames.PayloadNamespace};");
        source.WriteLine();
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
                default:
                    ObjectEmitter.Emit(source, (ObjectPayloadSpec)payload);
                    break;
            }
        }

        return source.ToString();
    }
}

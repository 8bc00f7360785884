using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The members of the class that writes an object.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter source, ObjectPayloadSpec payload)
    {
        var helpers = new HelperMembers();
        using (Write(source, payload))
        {
            if (payload.Polymorphism is { } polymorphism)
            {
                PolymorphismEmitter.EmitDispatch(source, payload, polymorphism, helpers);
            }
            else
            {
                new MembersEmitter(new JsonCode(source), helpers).Emit(payload.Members);
            }
        }

        if (payload.Polymorphism is not null)
        {
            PolymorphismEmitter.EmitMethods(source, payload, payload.Polymorphism, helpers);
        }

        helpers.Emit(source);
    }

    /// <summary>What metadata writes.</summary>
    public static void Emit(SourceWriter source, MetadataPayloadSpec payload)
    {
        var helpers = new HelperMembers();
        using (Write(source, payload))
        {
            var code = new JsonCode(source);
            new ValueEmitter(code, helpers).Write(payload.Value, "value");
            code.Flush();
        }

        helpers.Emit(source);
    }

    /// <summary>The method that other classes call, up to where the value is not null.</summary>
    private static SourceWriter.BlockScope Write(SourceWriter source, PayloadSpec payload)
    {
        var block = source.Block($"internal static void Write(ref {GeneratedNames.EventWriter} writer, {GeneratedNames.ValueParameter(payload.Type)})");
        if (!payload.Type.IsValueType)
        {
            source.WriteLines("""
                if (value is null)
                {
                    writer.WriteNull();
                    return;
                }

                """);
        }

        return block;
    }
}

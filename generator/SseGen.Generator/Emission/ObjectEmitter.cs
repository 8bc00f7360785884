using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The members of the class that writes an object.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter source, ObjectPayloadSpec payload)
    {
        var helpers = new HelperMembers();
        var parameter = GeneratedNames.ValueParameter(payload.Type);
        using (source.Block($"internal static void Write(ref {GeneratedNames.EventWriter} writer, {parameter})"))
        {
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
}

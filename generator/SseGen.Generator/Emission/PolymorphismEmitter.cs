using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>How a type with <c>[JsonDerivedType]</c> is written: one method for each type that it lists.</summary>
internal static class PolymorphismEmitter
{
    /// <summary>Chooses the method by the value's type at run time.</summary>
    public static void EmitDispatch(SourceWriter source, ObjectPayloadSpec payload, PolymorphismSpec polymorphism, HelperMembers helpers)
    {
        source.WriteLine("var type = value.GetType();");
        var keyword = "if";
        foreach (var derived in polymorphism.DerivedTypes)
        {
            using (source.Block($"{keyword} ({Test(derived, polymorphism)})"))
            {
                source.WriteLine($"{Method(derived, helpers)}(ref writer, ({derived.Type})value);");
            }

            keyword = "else if";
        }

        var isListed = polymorphism.DerivedTypes.Any(derived => derived.Type == payload.Type);
        if (!isListed || polymorphism.UnknownRule != UnknownDerivedTypeRule.Throw)
        {
            var test = polymorphism.UnknownRule == UnknownDerivedTypeRule.Throw ? $"{keyword} (type == typeof({payload.Type}))" : "else";
            using (source.Block(test))
            {
                source.WriteLine(BaseCall(payload, polymorphism, helpers));
            }
        }

        if (polymorphism.UnknownRule == UnknownDerivedTypeRule.Throw)
        {
            using (source.Block("else"))
            {
                source.WriteLine($"global::SseGen.Json.JsonPolymorphism.ThrowUnknownType(type, typeof({payload.Type}));");
            }
        }
    }

    public static void EmitMethods(SourceWriter source, ObjectPayloadSpec payload, PolymorphismSpec polymorphism, HelperMembers helpers)
    {
        foreach (var derived in polymorphism.DerivedTypes)
        {
            EmitMethod(source, Method(derived, helpers), derived.Members, helpers, Discriminator(derived, polymorphism));
        }

        if (polymorphism.DerivedTypes.All(derived => derived.Type != payload.Type))
        {
            EmitMethod(source, BaseMethod(payload, helpers), payload.Members, helpers, discriminator: null);
        }
    }

    private static void EmitMethod(
        SourceWriter source, string name, MembersSpec members, HelperMembers helpers, Action<JsonCode>? discriminator)
    {
        var parameter = members.Type.IsValueType ? $"in {members.Type} value" : $"{members.Type} value";
        source.WriteLine();
        using (source.Block($"private static void {name}(ref {GeneratedNames.EventWriter} writer, {parameter})"))
        {
            new MembersEmitter(new JsonCode(source), helpers).Emit(members, discriminator);
        }
    }

    /// <summary>An exact match, unless a type that is not listed is written as its nearest listed ancestor.</summary>
    private static string Test(DerivedTypeSpec derived, PolymorphismSpec polymorphism) =>
        polymorphism.UnknownRule == UnknownDerivedTypeRule.WriteAsNearestAncestor ? $"value is {derived.Type}" : $"type == typeof({derived.Type})";

    private static Action<JsonCode>? Discriminator(DerivedTypeSpec derived, PolymorphismSpec polymorphism)
    {
        if (derived.Discriminator is not { } discriminator)
        {
            return null;
        }

        return code =>
        {
            JsonStrings.WriteName(code, polymorphism.DiscriminatorName);
            if (derived.IsNumber)
            {
                code.Literal(discriminator);
            }
            else
            {
                JsonStrings.Write(code, discriminator);
            }
        };
    }

    private static string BaseCall(ObjectPayloadSpec payload, PolymorphismSpec polymorphism, HelperMembers helpers) =>
        polymorphism.DerivedTypes.FirstOrDefault(derived => derived.Type == payload.Type) is { } listed
            ? $"{Method(listed, helpers)}(ref writer, value);"
            : $"{BaseMethod(payload, helpers)}(ref writer, value);";

    private static string Method(DerivedTypeSpec derived, HelperMembers helpers) =>
        helpers.Named(derived, "Write" + GeneratedNames.Word(derived.Type));

    private static string BaseMethod(ObjectPayloadSpec payload, HelperMembers helpers) =>
        helpers.Named(payload, "Write" + GeneratedNames.Word(payload.Type));
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SseGen.JsonCases.Library;

namespace SseGen.Json.Tests;

/// <summary>Members that are private in another project: generated code was made without them, and System.Text.Json writes them.</summary>
public sealed class HiddenMemberTests
{
    private static readonly JsonSerializerOptions s_withoutReflection =
        new(JsonCase.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    [Fact]
    public void A_type_with_hidden_members_is_written_by_reflection()
    {
        AssertSame("Secretives", new Secretive());
        AssertSame("SecretiveHeirs", new SecretiveHeir());
        AssertSame<Wrapping?>("Wrappings", new Wrapping(new SecretiveField(), 1));
        AssertSame<SecretUnion>("SecretUnions", new SecretCase());
    }

    [Fact]
    public void What_hides_nothing_is_written_by_generated_code()
    {
        var written = Formatters.Write("ShippedOnes", new Shipped<int> { Value = 1 }, s_withoutReflection);

        Assert.Equal($"data: {JsonSerializer.Serialize(new Shipped<int> { Value = 1 }, JsonCase.Options)}\n\n", written);
    }

    [Fact]
    public void Without_reflection_the_start_of_the_app_fails_and_says_why()
    {
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => Formatters.Of<Secretive>("Secretives", s_withoutReflection)).InnerException;

        Assert.IsType<InvalidOperationException>(thrown);
        Assert.Contains("'Secretive.Private' has [JsonInclude]", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_reflection_a_context_of_the_project_writes_what_it_knows()
    {
        var written = Formatters.Write("SecretiveFields", new SecretiveField(), s_withoutReflection);

        Assert.Equal("data: {}\n\n", written);
    }

    private static void AssertSame<T>(string handler, T item) =>
        Assert.Equal($"data: {JsonSerializer.Serialize(item, JsonCase.Options)}\n\n", Formatters.Write(handler, item));
}

public sealed class SecretiveHeir : SecretiveField
{
    public int Own { get; set; } = 1;
}

public sealed record Wrapping(SecretiveField? Inner, int Number);

[JsonDerivedType(typeof(SecretCase), "case")]
public class SecretUnion : Secretive;

public sealed class SecretCase : SecretUnion;

[JsonSerializable(typeof(SecretiveField))]
internal sealed partial class SecretContext : JsonSerializerContext;

public static class SecretStreams
{
    [EventStream("/secretives")]
    public static IAsyncEnumerable<Secretive> Secretives() => throw new NotSupportedException();

    [EventStream("/secretives/heirs")]
    public static IAsyncEnumerable<SecretiveHeir> SecretiveHeirs() => throw new NotSupportedException();

    [EventStream("/secretives/fields")]
    public static IAsyncEnumerable<SecretiveField> SecretiveFields() => throw new NotSupportedException();

    [EventStream("/secretives/wrapped")]
    public static IAsyncEnumerable<Wrapping?> Wrappings() => throw new NotSupportedException();

    [EventStream("/secretives/unions")]
    public static IAsyncEnumerable<SecretUnion> SecretUnions() => throw new NotSupportedException();

    [EventStream("/shipped")]
    public static IAsyncEnumerable<Shipped<int>> ShippedOnes() => throw new NotSupportedException();
}

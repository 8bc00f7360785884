using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SseGen.Json.Tests;

/// <summary>What documents and converters write wrongly, or too deep, ends in the exceptions of System.Text.Json.</summary>
public sealed class ForeignJsonTests
{
    /// <summary>The depth that is left for it is that of the whole, wherever it stands.</summary>
    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(80)]
    public void A_document_or_a_converter_that_is_too_deep_by_itself_is_refused_alike(int depth)
    {
        var json = new string('[', depth) + new string(']', depth);
        var documents = new JsonDocumentOptions { MaxDepth = 100 };
        using var document = JsonDocument.Parse(json, documents);

        AssertSame(new Deep { Element = document.RootElement });
        AssertSame(new Deep { Document = document });
        AssertSame(new Deep { Node = JsonNode.Parse(json, null, documents) });
        AssertSame(new Deep { Nested = depth });

        static void AssertSame(Deep deep)
        {
            string? json = null;
            string? written = null;
            var expected = Record.Exception(() => json = JsonSerializer.Serialize(deep, JsonCase.Options));
            var thrown = Record.Exception(() => written = Formatters.Write("Deeps", deep)["data: ".Length..].TrimEnd('\n'));
            Assert.Equal(json, written);
            Assert.Equal(expected?.GetType(), thrown?.GetType());
            Assert.Equal(expected?.Message, thrown?.Message, ignoreCase: true); // the path has the names of the JSON
            Assert.Equal(expected?.InnerException?.Message, thrown?.InnerException?.Message);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_converter_that_closes_what_it_did_not_open_or_the_reverse_is_refused_alike(int unbalanced)
    {
        var deep = new Deep { Unbalanced = unbalanced };

        var expected = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(deep, JsonCase.Options));
        var thrown = Assert.Throws<JsonException>(() => Formatters.Write("Deeps", deep));

        Assert.Equal(expected.Message, thrown.Message, ignoreCase: true);
    }
}

public sealed class Deep
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement? Element { get; init; }

    public JsonDocument? Document { get; init; }

    public JsonNode? Node { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(NestedConverter))]
    public int Nested { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(UnbalancedConverter))]
    public int Unbalanced { get; init; }
}

/// <summary>Writes as many arrays within each other as the number says.</summary>
public sealed class NestedConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options)
    {
        for (var i = 0; i < value; i++)
        {
            writer.WriteStartArray();
        }

        for (var i = 0; i < value; i++)
        {
            writer.WriteEndArray();
        }
    }
}

public sealed class UnbalancedConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options)
    {
        if (value > 0)
        {
            writer.WriteStartArray();
        }
        else
        {
            writer.WriteEndObject();
        }
    }
}

public static class ForeignJsonStreams
{
    [EventStream("/deeps")]
    public static IAsyncEnumerable<Deep> Deeps() => throw new NotSupportedException();
}

using System.Text;
using System.Text.Json;
using CsCheck;
using SseGen.Tests.Framing;

namespace SseGen.Tests.Json;

/// <summary>System.Text.Json under ASP.NET Core's options is the oracle.</summary>
public sealed class JsonStringTests
{
    private static readonly JsonSerializerOptions s_options = new Microsoft.AspNetCore.Http.Json.JsonOptions().SerializerOptions;

    [Fact]
    public void Every_character_alone_is_written_as_System_Text_Json_writes_it()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            AssertSame(((char)c).ToString());
        }
    }

    [Fact]
    public void Every_character_at_every_place_of_a_vector_is_seen()
    {
        foreach (var c in "\0\u001f \"\\~\u007f\u0080\u00a0é\u2028\ud800\udc00\ufffd\uffff")
        {
            for (var length = 1; length < 40; length++)
            {
                for (var index = 0; index < length; index++)
                {
                    var text = new StringBuilder(new string('x', length)) { [index] = c };
                    AssertSame(text.ToString());
                }
            }
        }
    }

    [Fact]
    public void Pairs_of_surrogates_in_any_order_are_the_same()
    {
        char[] corners = ['\ud800', '\udbff', '\udc00', '\udfff', 'a', '"', 'é'];
        foreach (var a in corners)
        {
            foreach (var b in corners)
            {
                foreach (var c in corners)
                {
                    AssertSame(new string([a, b, c]));
                }
            }
        }
    }

    [Fact]
    public void Long_text_that_is_escaped_throughout_is_the_same()
    {
        AssertSame(string.Concat(Enumerable.Repeat("\U0001F600", 1000)));
        AssertSame(new string('\ud83d', 1000));
        AssertSame(new string('"', 1000));
        AssertSame("é" + new string('a', 255) + "\U0001F600" + new string('ü', 600) + "\n");
    }

    [Fact]
    public void Any_text_is_the_same() =>
        Gen.OneOf(
                Gen.String,
                Gen.String[Gen.Char[' ', '~'], 0, 100],
                Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.OneOf('\n', '"', '\\', 'é', 'Ж', '中', '\ud83d', '\ude00', '\u2028')), 0, 100])
            .Sample(AssertSame);

    private static void AssertSame(string text)
    {
        var actual = EventText.BytesOf((ref w) => w.WriteString(text), capacity: 16);
        var expected = JsonSerializer.SerializeToUtf8Bytes(text, s_options);
        if (!actual.AsSpan().SequenceEqual(expected))
        {
            Assert.Fail($"expected {Encoding.UTF8.GetString(expected)}, got {Encoding.UTF8.GetString(actual)}");
        }
    }
}

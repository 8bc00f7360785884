using System.Text;
using CsCheck;
using SseGen.TestKit;

namespace SseGen.Tests.TestKit;

/// <summary>The parser that judges the library must itself be judged: by the examples of the HTML standard, and by malformed streams.</summary>
public sealed class SseParserTests
{
    [Fact]
    public void An_event_has_its_fields_and_its_lines_of_data() => Assert.Equal(
        [new SseFrame { Id = "17", EventType = "trade", Data = "a\nb\n", Retry = TimeSpan.FromMilliseconds(250) }],
        Parse("id: 17\nevent: trade\nretry: 250\ndata: a\ndata: b\ndata:\n\n"));

    [Fact]
    public void Only_one_leading_space_belongs_to_the_frame() => Assert.Equal(
        [new SseFrame { Data = "  a " }, new SseFrame { Data = "b" }],
        Parse("data:   a \n\ndata:b\n\n"));

    [Fact]
    public void A_comment_is_a_frame_of_its_own_with_or_without_an_empty_line() => Assert.Equal(
        [new SseFrame { Comment = "" }, new SseFrame { Comment = "x" }, new SseFrame { Data = "1" }],
        Parse(": \n\n: x\ndata: 1\n\n"));

    [Fact]
    public void Data_of_no_length_is_not_absent() => Assert.Equal([new SseFrame { Data = "" }], Parse("data: \n\n"));

    [Fact]
    public void An_event_without_a_type_is_raised_as_message()
    {
        Assert.Equal("message", Parse("data: 1\n\n")[0].RaisedAs);
        Assert.Equal("trade", Parse("event: trade\ndata: 1\n\n")[0].RaisedAs);
    }

    [Theory]
    [InlineData("data: 1\r\n\r\n")]
    [InlineData("data: a\rdata: b\n\n")]
    [InlineData("\uFEFFdata: 1\n\n")]
    [InlineData("data\n\n")]
    [InlineData("Data: 1\n\n")]
    [InlineData("id: a\0b\ndata: 1\n\n")]
    [InlineData("retry: 1.5\ndata: 1\n\n")]
    [InlineData("retry:\ndata: 1\n\n")]
    [InlineData("event: trade\n\n")]
    [InlineData("event:\ndata: 1\n\n")]
    [InlineData("id: 1\nid: 2\ndata: 1\n\n")]
    [InlineData("id: 1\n: heartbeat\ndata: 1\n\n")]
    [InlineData("\ndata: 1\n\n")]
    [InlineData("data: 1\n\n\n")]
    [InlineData("data: 1\n")]
    [InlineData("data: 1")]
    [InlineData(": half a comment")]
    public void A_malformed_stream_is_rejected(string stream) => Assert.Throws<FormatException>(() => Parse(stream));

    [Fact]
    public void Bytes_that_are_not_utf8_are_rejected() =>
        Assert.Throws<FormatException>(() => new SseParser().Append([.. "data: "u8, 0xC3, 0x28, (byte)'\n']));

    [Fact]
    public void It_does_not_matter_in_which_pieces_bytes_arrive()
    {
        const string Stream = ": hello\n\nid: 1\nevent: größe\ndata: ☃ 𝄞\ndata:\n\nretry: 5\n\ndata: end\n\n";
        var bytes = Encoding.UTF8.GetBytes(Stream);
        var whole = Parse(Stream);
        Gen.Int[1, bytes.Length].List[1, 20].Sample(sizes =>
        {
            var parser = new SseParser();
            var rest = bytes.AsSpan();
            foreach (var size in sizes)
            {
                var piece = rest[..Math.Min(size, rest.Length)];
                parser.Append(piece);
                rest = rest[piece.Length..];
            }

            parser.Append(rest);
            return Frames(parser).SequenceEqual(whole);
        });
    }

    private static List<SseFrame> Parse(string stream)
    {
        var parser = new SseParser();
        parser.Append(Encoding.UTF8.GetBytes(stream));
        var frames = Frames(parser);
        parser.Complete();
        return frames;
    }

    private static List<SseFrame> Frames(SseParser parser)
    {
        var frames = new List<SseFrame>();
        while (parser.TryRead(out var frame))
        {
            frames.Add(frame);
        }

        return frames;
    }
}

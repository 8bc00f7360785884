namespace SseGen.Tests.Framing;

public sealed class Utf8EventWriterFieldsTests
{
    [Fact]
    public void An_id_is_a_line() => Assert.Equal("id: 17\n", EventText.Of((ref w) => w.WriteId("17")));

    [Fact]
    public void A_null_id_leaves_the_clients_place_alone() => Assert.Equal("", EventText.Of((ref w) => w.WriteId((string?)null)));

    [Fact]
    public void An_empty_id_is_written_because_it_clears_the_clients_place() =>
        Assert.Equal("id: \n", EventText.Of((ref w) => w.WriteId("")));

    [Fact]
    public void A_number_or_a_Guid_is_an_id()
    {
        Assert.Equal("id: -42\n", EventText.Of((ref w) => w.WriteId(-42)));
        Assert.Equal(
            "id: 0e8f8a3c-5b0e-4b43-9f0c-6f5d8f7f0a11\n",
            EventText.Of((ref w) => w.WriteId(Guid.Parse("0e8f8a3c-5b0e-4b43-9f0c-6f5d8f7f0a11"))));
    }

    [Fact]
    public void Text_around_a_lone_surrogate_survives_in_an_id() =>
        Assert.Equal("id: a\uFFFDb\n", EventText.Of((ref w) => w.WriteId("a\uD800b")));

    [Theory]
    [InlineData("a\nb", "a line break")]
    [InlineData("a\r", "a line break")]
    [InlineData("a\0b", "NUL")]
    public void An_unsafe_id_or_event_type_is_refused(string value, string what)
    {
        var id = Assert.Throws<InvalidOperationException>(() => EventText.Of((ref w) => w.WriteId(value)));
        Assert.Contains(what, id.Message, StringComparison.Ordinal);
        var type = Assert.Throws<InvalidOperationException>(() => EventText.Of((ref w) => w.WriteEventType(value)));
        Assert.Contains(what, type.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formattable_id_is_checked_too() =>
        Assert.Throws<InvalidOperationException>(() => EventText.Of((ref w) => w.WriteId(new TwoLines())));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("message")]
    public void The_default_event_type_is_left_out(string? type) => Assert.Equal("", EventText.Of((ref w) => w.WriteEventType(type)));

    [Theory]
    [InlineData("trade")]
    [InlineData("Message")]
    [InlineData("Umbuchung für später")]
    public void An_event_type_is_a_line(string type) =>
        Assert.Equal($"event: {type}\n", EventText.Of((ref w) => w.WriteEventType(type)));

    [Theory]
    [InlineData("error")]
    [InlineData("open")]
    public void The_names_of_the_event_sources_own_events_are_refused(string type) =>
        Assert.Throws<InvalidOperationException>(() => EventText.Of((ref w) => w.WriteEventType(type)));

    [Theory]
    [InlineData(0, "retry: 0\n")]
    [InlineData(2_500_000, "retry: 250\n")]
    [InlineData(2_500_001, "retry: 251\n")]
    [InlineData(long.MaxValue, "retry: 922337203685478\n")]
    public void A_retry_is_whole_milliseconds(long ticks, string expected) =>
        Assert.Equal(expected, EventText.Of((ref w) => w.WriteRetry(TimeSpan.FromTicks(ticks))));

    [Fact]
    public void A_negative_retry_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => EventText.Of((ref w) => w.WriteRetry(TimeSpan.FromTicks(-1))));

    [Fact]
    public void A_comment_cannot_break_out_of_its_line() =>
        Assert.Equal(": a\n: b\n: c\n: d\n", EventText.Of((ref w) => w.WriteComment("a\nb\rc\r\nd"u8)));

    [Theory]
    [InlineData(null, "data: \n")]
    [InlineData("", "data: \n")]
    [InlineData("one", "data: one\n")]
    [InlineData("one\ntwo\rthree\r\nfour", "data: one\ndata: two\ndata: three\ndata: four\n")]
    [InlineData("\n", "data: \ndata: \n")]
    [InlineData("\r\r\n\n", "data: \ndata: \ndata: \ndata: \n")]
    [InlineData("a\u2028b\u2029c\u0085d\u000be\u000cf", "data: a\u2028b\u2029c\u0085d\u000be\u000cf\n")]
    public void Text_is_a_data_line_for_each_line(string? text, string expected) =>
        Assert.Equal(expected, EventText.Of((ref w) => w.WriteText(text)));

    [Fact]
    public void A_lone_surrogate_in_text_becomes_the_replacement_character() =>
        Assert.Equal("data: \uFFFD \U0001F600\n", EventText.Of((ref w) => w.WriteText("\uDC00 \uD83D\uDE00")));

    private readonly struct TwoLines : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            bytesWritten = 3;
            return "a\nb"u8.TryCopyTo(utf8Destination);
        }
    }
}

using System.Net.ServerSentEvents;

namespace SseGen.Json.Tests;

public sealed class TypedEventTests
{
    private static readonly Guid s_id = Guid.Parse("0e8f8a3c-5b0e-4b43-9f0c-6f5d8f7f0a11");

    [Fact]
    public void Each_case_of_a_union_has_its_own_event_type_and_its_own_members()
    {
        Assert.Equal(
            """
            id: 1
            event: created
            data: {"name":"n","id":"1"}


            """,
            Formatters.Write<Change?>("Changes", new Created("1", "n")));
        Assert.Equal("event: deleted\ndata: {\"id\":null}\n\n", Formatters.Write<Change?>("Changes", new Deleted(null)));
    }

    [Fact]
    public void No_payload_is_null_of_the_endpoints_event_type() =>
        Assert.Equal("event: change\ndata: null\n\n", Formatters.Write<Change?>("Changes", null));

    [Fact]
    public void A_case_with_a_discriminator_has_both()
    {
        Assert.Equal(
            "event: user-joined\ndata: {\"$type\":\"joined\",\"who\":\"a\"}\n\n", Formatters.Write<Presence>("Presences", new Joined("a")));
        Assert.Equal(
            "event: kicked\ndata: {\"$type\":\"left\",\"how\":\"kicked\",\"who\":\"a\"}\n\n", Formatters.Write<Presence>("Presences", new Left("a", "kicked")));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("error")]
    [InlineData("x\0")]
    public void An_unsafe_or_reserved_type_fails_at_run_time(string type) =>
        Assert.Throws<InvalidOperationException>(() => Formatters.Write<Presence>("Presences", new Left("a", type)));

    [Fact]
    public void An_enum_is_an_event_type_by_its_JSON_name_and_an_ignored_member_can_be_the_id()
    {
        Assert.Equal($"id: {s_id}\nevent: very-high\ndata: {{\"level\":1}}\n\n", Formatters.Write("Alarms", new Alarm(Level.High, s_id)));
        Assert.Equal($"id: {s_id}\ndata: {{\"level\":null}}\n\n", Formatters.Write("Alarms", new Alarm(null, s_id)));
    }

    [Fact]
    public void What_an_item_says_goes_before_what_its_payload_says()
    {
        Assert.Equal(
            "id: 2\nevent: own\nretry: 3000\ndata: {\"name\":\"n\",\"id\":\"1\"}\n\n",
            Formatters.Write("Items", new SseItem<Created?>(new Created("1", "n"), "own") { EventId = "2", ReconnectionInterval = TimeSpan.FromSeconds(3) }));
        Assert.Equal(
            "id: 1\nevent: created\ndata: {\"name\":\"n\",\"id\":\"1\"}\n\n", Formatters.Write("Items", new SseItem<Created?>(new Created("1", "n"))));
        Assert.Equal("event: created\ndata: null\n\n", Formatters.Write("Items", new SseItem<Created?>(null)));
    }

    [Fact]
    public void Text_is_text()
    {
        Assert.Equal("event: text\ndata: a\ndata: b\n\n", Formatters.Write("Texts", new SseItem<string?>("a\nb")));
        Assert.Equal("event: text\ndata: \n\n", Formatters.Write("Texts", new SseItem<string?>(null)));
    }
}

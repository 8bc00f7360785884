using System.Net.ServerSentEvents;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>The wire as the framework's own parser reads it.</summary>
public sealed class OtherReadersTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task The_frameworks_parser_reads_the_same_events(string version)
    {
        Item[] items =
        [
            "plain", "", "two\nlines", "a\r\nb\rc", " leading space", ": colon", "\u2028 is text", "\U0001F600 \uD800",
            new("named", Id: "1", Type: "trade"), new("with an empty id", Id: ""), new("default", Type: "message"),
        ];
        var feed = new Feed();
        feed.Send(items);
        feed.End();
        await using var app = await StreamApp.StartAsync(
            feed.ReadAsync, new("/stream") { CompletionEventType = "done", RetryMilliseconds = 1234 });
        await using var body = await app.Server.Client(version).GetStreamAsync(new Uri("/stream", UriKind.Relative), TestContext.Current.CancellationToken);

        var parser = SseParser.Create(body);
        var read = new List<SseItem<string>>();
        await foreach (var item in parser.EnumerateAsync(TestContext.Current.CancellationToken))
        {
            read.Add(item);
        }

        Assert.Equal(
            ["plain", "", "two\nlines", "a\nb\nc", " leading space", ": colon", "\u2028 is text", "\U0001F600 \uFFFD", "named", "with an empty id", "default", "{}"],
            read.Select(item => item.Data));
        Assert.Equal(["message", "trade", "done"], read.Select(item => item.EventType).Distinct());
        Assert.Equal("~complete", parser.LastEventId);
        Assert.Equal(TimeSpan.FromMilliseconds(1234), parser.ReconnectionInterval);
    }
}

using System.Text.Json;
using Microsoft.Extensions.Logging;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>A source that fails once the stream has begun.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_failure_is_logged_once_and_told_as_an_event_without_details(string version)
    {
        var feed = new Feed();
        feed.Send(new Item("1", Id: "17"));
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var stream = await app.OpenAsync(version);
        await stream.NextAsync();

        feed.End(new InvalidOperationException("password=secret"));

        var frame = await stream.NextAsync();
        Assert.Equal("stream-error", frame.EventType);
        Assert.Null(frame.Id);
        Assert.Equal("17", stream.LastEventId);
        using var problem = JsonDocument.Parse(frame.Data!);
        Assert.Equal(["title", "status", "traceId"], problem.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(500, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.RootElement.GetProperty("traceId").GetString());
        Assert.Null(await stream.ReadFrameAsync());

        var error = Assert.Single(app.Server.Logs.Entries, entry => entry.Level >= LogLevel.Error);
        Assert.Equal("StreamFaulted", error.EventId.Name);
        Assert.Equal("password=secret", error.Exception!.Message);
        Assert.Equal("Faulted", await app.EndReasonAsync());
    }

    [Fact]
    public async Task The_event_type_can_be_chosen_and_details_can_be_included()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, options: o =>
        {
            o.ErrorEventType = "oops";
            o.IncludeErrorDetails = true;
        });
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();

        feed.End(new InvalidOperationException("line one\nline two"));

        var frame = await stream.NextAsync();
        Assert.Equal("oops", frame.EventType);
        using var problem = JsonDocument.Parse(frame.Data!);
        Assert.Equal("line one\nline two", problem.RootElement.GetProperty("detail").GetString());
        Assert.Equal("System.InvalidOperationException", problem.RootElement.GetProperty("exception").GetString());
    }

    public static TheoryData<string?, string?> UnsafeFields => new()
    {
        { "a\nb", null },
        { "a\rb", null },
        { "a\0b", null },
        { null, "a\nb" },
        { null, "a\rb" },
        { null, "a\0b" },
        { null, "error" },
        { null, "open" },
    };

    [Theory]
    [MemberData(nameof(UnsafeFields))]
    public async Task An_unsafe_field_never_reaches_the_wire_and_fails_the_stream(string? id, string? type)
    {
        var feed = new Feed();
        feed.Send("before");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();

        feed.Send("still good", new Item("payload", id, type), "never asked for");

        Assert.Equal("still good", (await stream.NextAsync()).Data);
        Assert.Equal("stream-error", (await stream.NextAsync()).EventType);
        Assert.Null(await stream.ReadFrameAsync());
        await feed.Finished;
        Assert.Equal(1, feed.FinallyRuns);
        Assert.True(feed.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_clean_up_that_fails_is_logged_and_does_not_spoil_the_end()
    {
        await using var app = await StreamApp.StartAsync(_ => new FailingCleanUp());
        await using var stream = await app.OpenAsync();

        Assert.Equal("only", (await stream.NextAsync()).Data);
        Assert.Null(await stream.ReadFrameAsync());
        await app.NoStreamIsOpenAsync();
        Assert.Equal("CleanUpFailed", Assert.Single(app.Problems).EventId.Name);
    }

    private sealed class FailingCleanUp : IAsyncEnumerable<Item>, IAsyncEnumerator<Item>
    {
        private bool _moved;

        public Item Current => "only";

        public IAsyncEnumerator<Item> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => new(!_moved && (_moved = true));

        public ValueTask DisposeAsync() => throw new InvalidOperationException("clean-up");
    }
}

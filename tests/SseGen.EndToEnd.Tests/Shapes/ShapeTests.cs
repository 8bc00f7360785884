using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SseGen.EndToEnd.Tests.Citizen;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Shapes;

/// <summary>Handlers that decide first, that hand out a channel, and that push.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("reject", 418, "rejected")]
    [InlineData("accepted", 202, "")]
    [InlineData("bad", 400, "")]
    [InlineData("bad-text", 400, "\"bad\"")]
    [InlineData("challenge", 401, "")]
    [InlineData("conflict", 409, "")]
    [InlineData("conflict-text", 409, "\"conflict\"")]
    [InlineData("content", 200, "content")]
    [InlineData("created", 201, "")]
    [InlineData("empty", 200, "")]
    [InlineData("forbid", 403, "")]
    [InlineData("failed", 500, "")]
    [InlineData("failed-text", 500, "\"failed\"")]
    [InlineData("nothing", 204, "")]
    [InlineData("missing", 404, "")]
    [InlineData("missing-text", 404, "\"missing\"")]
    [InlineData("ok", 200, "")]
    [InlineData("problem", 413, "too much")]
    [InlineData("status", 410, "")]
    [InlineData("unauthorized", 401, "")]
    [InlineData("unprocessable", 422, "")]
    [InlineData("unprocessable-text", 422, "\"wrong\"")]
    [InlineData("bytes", 200, "bytes")]
    [InlineData("invalid", 400, "\"what\":[\"no\"]")]
    [InlineData("unheard-of", 422, "")]
    public async Task A_handler_that_decides_against_a_stream_gives_an_ordinary_response(string what, int status, string body)
    {
        await using var server = await StartAsync();

        using var response = await CitizenServer.GetAsync(server, "/shapes/decided/" + what);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.NotEqual("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(body, text, StringComparison.Ordinal);
        Assert.Equal(body.Length == 0, text.Length == 0);
    }

    [Theory]
    [InlineData("/shapes/decided/stream", "1|2")]
    [InlineData("/shapes/decided-value", "3")]
    public async Task A_handler_that_decides_for_a_stream_gives_it(string uri, string expected)
    {
        await using var server = await StartAsync();

        Assert.Equal(expected, await CitizenServer.ReadAsync(server, uri));
        Assert.Equal(HttpStatusCode.NotFound, await CitizenServer.StatusAsync(server, "/shapes/decided-value?missing=true"));
    }

    [Theory]
    [InlineData("/shapes/channel")]
    [InlineData("/shapes/channel-later")]
    public async Task A_channel_is_read_until_it_is_completed(string uri)
    {
        await using var server = await StartAsync();
        var channel = server.Services.GetRequiredService<ShapeState>().Channel.Writer;
        await using var stream = await server.OpenAsync(uri);

        channel.TryWrite(1);
        Assert.Equal("1", (await stream.NextAsync()).Data);
        channel.TryWrite(2);
        channel.Complete();

        Assert.Equal(["2"], (await stream.ReadToEndAsync()).Select(static frame => frame.Data));
    }

    public static TheoryData<Exception> Failures =>
        [new InvalidOperationException("The channel fails."), new OperationCanceledException(), new TaskCanceledException(), new TimeoutException()];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_channel_that_ends_by_an_exception_is_a_source_that_fails(Exception exception)
    {
        await using var server = await StartAsync();
        var channel = server.Services.GetRequiredService<ShapeState>().Channel.Writer;
        await using var stream = await server.OpenAsync("/shapes/channel");
        channel.TryWrite(1);
        await stream.NextAsync();
        channel.TryWrite(2);

        channel.Complete(exception);

        Assert.Equal("2", (await stream.NextAsync()).Data);
        Assert.Equal("stream-error", (await stream.NextAsync()).EventType);
        Assert.Null(await stream.ReadEventAsync());
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_channel_that_has_failed_before_its_first_event_is_a_failed_request(Exception exception)
    {
        await using var server = await StartAsync();
        server.Services.GetRequiredService<ShapeState>().Channel.Writer.Complete(exception);

        Assert.Equal(HttpStatusCode.InternalServerError, await CitizenServer.StatusAsync(server, "/shapes/channel"));
        Assert.Equal(HttpStatusCode.InternalServerError, await CitizenServer.StatusAsync(server, "/shapes/channel-later"));
    }

    [Fact]
    public async Task A_channel_of_a_handler_that_does_as_its_token_says_ends_with_the_host()
    {
        await using var server = await StartAsync();
        var channel = server.Services.GetRequiredService<ShapeState>().Channel.Writer;
        await using var stream = await server.OpenAsync("/shapes/channel-of-token");
        channel.TryWrite(1);
        await stream.NextAsync();

        var stopped = server.StopAsync();

        Assert.Equal("shutdown", (await stream.NextAsync()).EventType);
        await stopped.Within("the host's stop");
    }

    [Fact]
    public async Task A_client_that_goes_leaves_the_channel_alone()
    {
        await using var server = await StartAsync();
        var channel = server.Services.GetRequiredService<ShapeState>().Channel;
        await using (var stream = await server.OpenAsync("/shapes/channel"))
        {
            channel.Writer.TryWrite(1);
            await stream.NextAsync();
        }

        await server.StopAsync();
        Assert.False(channel.Reader.Completion.IsCompleted);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Any_number_of_threads_may_write_and_each_keeps_its_order(string version)
    {
        await using var server = await StartAsync();
        await using var stream = await server.OpenAsync("/shapes/threads", version);

        var words = (await stream.ReadToEndAsync()).Select(static frame => frame.Data!.Split(':')).ToList();

        Assert.Equal(2000, words.Count);
        foreach (var thread in words.GroupBy(static word => word[0], static word => int.Parse(word[1], CultureInfo.InvariantCulture)))
        {
            Assert.Equal(Enumerable.Range(0, 250), thread);
        }
    }

    [Fact]
    public async Task A_push_handler_that_fails_ends_its_stream_as_any_source_does()
    {
        await using var server = await StartAsync();
        await using var stream = await server.OpenAsync("/shapes/push-fails");

        Assert.Equal([null, null, "stream-error"], (await stream.ReadToEndAsync()).Select(static frame => frame.EventType));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await CitizenServer.StatusAsync(server, "/shapes/push-fails-first"));
    }

    [Fact]
    public async Task A_write_after_the_end_says_that_there_is_no_stream_any_more()
    {
        await using var server = await StartAsync();
        Assert.Equal("1", await CitizenServer.ReadAsync(server, "/shapes/push-late"));

        var writer = server.Services.GetRequiredService<ShapeState>().Writer!;
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.WriteAsync(2, TestContext.Current.CancellationToken));

        Assert.Contains("The event stream has ended", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_handler_leaves_when_its_client_does()
    {
        await using var server = await StartAsync();
        await using (var stream = await server.OpenAsync("/shapes/push-endless"))
        {
            await stream.TakeAsync(100);
        }

        await server.Services.GetRequiredService<ShapeState>().Left.Task.Within("the handler's end");
    }

    [Fact]
    public async Task A_handler_object_is_made_once_for_each_stream_and_disposed_of_with_it()
    {
        await using var server = await StartAsync();
        var state = server.Services.GetRequiredService<ShapeState>();
        state.Expected = 3;

        for (var i = 0; i < state.Expected; i++)
        {
            Assert.Equal("true", await CitizenServer.ReadAsync(server, "/shapes/counted"));
        }

        await state.AllDisposed.Task.Within("the disposal of each object");
        Assert.Equal(3, state.Made);
    }

    private static Task<LiveServer> StartAsync() => CitizenServer.StartAsync(
        static builder => builder.Services.AddSingleton<ShapeState>(),
        static app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapShapeEndpoints();
            app.MapCountedEndpoints();
        });
}

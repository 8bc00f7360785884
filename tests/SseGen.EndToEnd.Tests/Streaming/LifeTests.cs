using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Streaming;

/// <summary>What a handler's attribute and the configuration say about a stream's life reaches the stream, through generated code.</summary>
public sealed class LifeTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("/heartbeat", 2.5)]
    [InlineData("/inheriting", 15)]
    public async Task The_heartbeat_is_the_attributes_or_the_options(string uri, double seconds)
    {
        await using var server = await StartAsync();
        await using var stream = await OpenAsync(server, uri);

        for (var beat = 0; beat < 3; beat++)
        {
            _time.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal(new SseFrame { Comment = "" }, await stream.ReadFrameAsync());
        }
    }

    [Fact]
    public async Task A_stream_ends_after_the_attributes_duration()
    {
        await using var server = await StartAsync();
        await using var stream = await OpenAsync(server, "/duration");

        _time.Advance(TimeSpan.FromSeconds(40));

        Assert.NotNull(Assert.Single(await stream.ReadToEndAsync()).Retry);
        await EndedAsync(server, "DurationReached");
    }

    [Fact]
    public async Task A_stream_begins_with_the_attributes_retry()
    {
        await using var server = await StartAsync();
        await using var stream = await server.OpenAsync("/retry");

        Assert.Equal(new SseFrame { Retry = TimeSpan.FromMilliseconds(7_531) }, await stream.ReadFrameAsync());
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_after_the_attributes_timeout()
    {
        // The option is off: without the attribute's it would be for ever.
        await using var server = await StartAsync(("SendTimeout", "0"));
        await using var connection = await server.ConnectAsync();
        await connection.GetAsync("/heavy");
        Assert.Equal(200, (await connection.ReadHeadAsync()).Status);

        var ended = EndedAsync(server, "SlowClient");
        while (!ended.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(ended, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        await ended;
    }

    [Fact]
    public async Task A_stopping_host_lets_a_handler_finish_whose_attribute_says_so()
    {
        await using var server = await StartAsync();
        await using var stream = await OpenAsync(server, "/draining");

        var stop = server.StopAsync();
        var gate = server.Services.GetRequiredService<Gate>();
        await gate.Reached.Within("the handler to see that the host stops");
        gate.Open();

        Assert.Equal(["last word", "{}"], (await stream.ReadToEndAsync()).Select(frame => frame.Data));
        await stop;
    }

    [Fact]
    public async Task A_stopping_host_ends_a_handler_at_once_whose_attribute_says_so()
    {
        await using var server = await StartAsync();
        await using var stream = await OpenAsync(server, "/cancelled");

        var stop = server.StopAsync();

        // Nobody opens the gate, and the clock stands still.
        Assert.Equal(["{}"], (await stream.ReadToEndAsync()).Select(frame => frame.Data));
        await stop;
    }

    [Fact]
    public async Task A_complete_stream_says_so_and_is_not_begun_again()
    {
        await using var server = await StartAsync();
        await using var stream = await server.OpenAsync("/complete");

        Assert.Equal(
            [new SseFrame { Data = "1" }, new SseFrame { Id = "~complete", EventType = "done", Data = "{}" }], await stream.ReadToEndAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/complete");
        request.Headers.Add("Last-Event-ID", stream.LastEventId);
        using var response = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(2, server.Services.GetRequiredService<CallCount>().Next());
    }

    [Fact]
    public async Task The_configuration_reaches_the_stream()
    {
        await using var server = await StartAsync(
            ("HeartbeatInterval", "00:00:04"),
            ("Retry", "00:00:01.5"),
            ("ErrorEventType", "oops"),
            ("FarewellEventType", "bye"),
            ("CompletionEventType", "all"),
            ("IncludeErrorDetails", "true"),
            ("ReconnectSpread:Minimum", "00:00:09"),
            ("ReconnectSpread:Maximum", "00:00:09"));
        await using var stream = await server.OpenAsync("/inheriting");
        await using var broken = await server.OpenAsync("/broken");

        Assert.Equal(new SseFrame { Retry = TimeSpan.FromSeconds(1.5) }, await stream.ReadFrameAsync());
        Assert.Equal("1", (await stream.NextAsync()).Data);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(new SseFrame { Comment = "" }, await stream.ReadFrameAsync());
        var error = (await broken.ReadToEndAsync())[^1];
        Assert.Equal("oops", error.EventType);
        Assert.Contains("told on request", error.Data, StringComparison.Ordinal);
        Assert.Equal("all", (await (await server.OpenAsync("/ending")).ReadToEndAsync())[^1].EventType);

        var stop = server.StopAsync();

        Assert.Equal([new SseFrame { EventType = "bye", Retry = TimeSpan.FromSeconds(9), Data = "{}" }], await stream.ReadToEndAsync());
        await stop;
    }

    [Fact]
    public async Task A_limit_of_the_configuration_holds_for_the_streams()
    {
        await using var server = await StartAsync(("MaxConnections", "1"), ("OverloadResponse", "Status"));
        await using var stream = await OpenAsync(server, "/inheriting");

        using var refused = await server.Client().GetAsync(new Uri("/heartbeat", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
    }

    [Fact]
    public async Task A_bad_value_of_the_configuration_fails_the_start_and_is_named()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(("HeartbeatInterval", "soon")));

        Assert.Contains("EventStreams:HeartbeatInterval", failure.Message, StringComparison.Ordinal);
    }

    private Task<LiveServer> StartAsync(params (string Option, string Value)[] configuration) => LiveServer.StartAsync(
        builder =>
        {
            foreach (var (option, value) in configuration)
            {
                builder.Configuration[$"EventStreams:{option}"] = value;
            }

            builder.Services.AddEventStreams();
            builder.Services.AddSingleton<CallCount>().AddSingleton<Gate>();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
        },
        app => app.MapLifeEndpoints());

    /// <summary>Opens a stream and takes its first event: by then its deadlines are set.</summary>
    private static async Task<SseReader> OpenAsync(LiveServer server, string uri)
    {
        var stream = await server.OpenAsync(uri);
        await stream.NextAsync();
        return stream;
    }

    private static Task<LogEntry> EndedAsync(LiveServer server, string reason) =>
        server.Logs.FirstAsync(entry => entry.EventId.Name == "StreamEnded" && entry.Message.Contains(reason, StringComparison.Ordinal));
}

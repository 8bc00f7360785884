using System.Globalization;
using System.Net;
using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>The streams of the native binary, over HTTP.</summary>
public sealed class StreamTests(RunningShowcase showcase) : IClassFixture<RunningShowcase>
{
    [Theory]
    [InlineData("/streams/machine")]
    [InlineData("/streams/runtime")]
    [InlineData("/streams/activity")]
    [InlineData("/streams/host")]
    [InlineData("/jobs/primes?below=1000")]
    [InlineData("/jobs/garbage")]
    public async Task Each_stream_is_an_event_stream(string path)
    {
        using var response = await showcase.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache, no-store", string.Join(", ", response.Headers.GetValues("Cache-Control").SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).Order()));
        Assert.Equal(["no"], response.Headers.GetValues("X-Accel-Buffering"));
        Assert.False(response.Content.Headers.Contains("Content-Length"));
    }

    [Theory]
    [InlineData("machine")]
    [InlineData("runtime")]
    public async Task Samples_arrive_one_after_the_other(string name)
    {
        await using var stream = await showcase.OpenAsync($"/streams/{name}");

        var events = await stream.TakeAsync(5);

        Assert.All(events, e => Assert.Equal(name, e.EventType));
        Assert.All(events, e => Assert.Equal(e.Id, e.Json().GetProperty("sequence").GetRawText()));
        var times = events.Select(e => e.Json().GetProperty("at").GetDateTimeOffset()).ToArray();
        Assert.Equal(times.Order(), times);
        Assert.InRange(DateTimeOffset.UtcNow - times[^1], TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(150));
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_what_it_has_missed_and_no_event_twice()
    {
        string? last;
        await using (var stream = await showcase.OpenAsync("/streams/machine"))
        {
            last = (await stream.TakeAsync(3))[^1].Id;
        }

        // Two samples that the client of the next stream has not seen.
        await using (var other = await showcase.OpenAsync("/streams/machine", lastEventId: last))
        {
            await other.TakeAsync(2);
        }

        await using var byHeader = await showcase.OpenAsync("/streams/machine", lastEventId: last);
        await using var byQuery = await showcase.OpenAsync($"/streams/machine?lastEventId={last}");
        var ids = (await byHeader.TakeAsync(3)).Select(e => e.Id).ToArray();
        Assert.Equal(ids, (await byQuery.TakeAsync(3)).Select(e => e.Id));
        Assert.All(ids, id => Assert.True(long.Parse(id!, CultureInfo.InvariantCulture) > long.Parse(last!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_host_is_told_in_one_event_and_the_stream_ends()
    {
        await using var stream = await showcase.OpenAsync("/streams/host");

        var host = (await stream.NextAsync()).Json();

        Assert.Equal(showcase.Server.Id, host.Number("processId"));
        Assert.Equal(Environment.MachineName, host.GetProperty("machine").GetString());
        Assert.True(host.GetProperty("nativeAot").GetBoolean());
        Assert.InRange(host.GetProperty("startedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-20), DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.Empty(await stream.ReadToEndAsync());
    }

    [Fact]
    public async Task Each_kind_of_activity_has_an_event_type_of_its_own()
    {
        await using var activity = await showcase.OpenAsync("/streams/activity");

        await using (var other = await showcase.OpenAsync("/jobs/primes?below=7"))
        {
            await other.ReadToEndAsync();
        }

        Assert.Equal("HTTP/1.1", (await UntilAsync(activity, "stream-opened", "/jobs/primes")).GetProperty("detail").GetString());
        Assert.StartsWith("after ", (await UntilAsync(activity, "stream-closed", "/jobs/primes")).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_its_client_leaves_is_closed()
    {
        await using var activity = await showcase.OpenAsync("/streams/activity");

        await using (var left = await showcase.OpenAsync("/jobs/garbage"))
        {
            await left.NextAsync();
        }

        await UntilAsync(activity, "stream-closed", "/jobs/garbage");
    }

    [Fact]
    public async Task A_job_reports_its_progress_and_its_result_and_ends()
    {
        await using var job = await showcase.OpenAsync("/jobs/primes?below=100000000");

        var events = (await job.ReadToEndAsync()).Where(frame => frame.Data is not null).ToArray();

        Assert.All(events[..^1], e => Assert.Equal("progress", e.EventType));
        Assert.Equal("result", events[^1].EventType);
        Assert.Equal(5_761_455, events[^1].Json().Number("found"));
        Assert.Equal(100, events[^1].Json().Number("done"));
    }

    [Fact]
    public async Task A_value_that_does_not_parse_is_refused()
    {
        using var response = await showcase.Client.GetAsync("/jobs/primes?below=many", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<System.Text.Json.JsonElement> UntilAsync(SseReader activity, string type, string title)
    {
        while (true)
        {
            var e = await activity.NextAsync();
            if (e.EventType == type && e.Json().GetProperty("title").GetString() == title)
            {
                return e.Json();
            }
        }
    }
}

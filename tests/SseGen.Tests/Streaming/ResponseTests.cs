using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>A stream that is accepted: headers, chunks, and what middleware must not do to it.</summary>
public sealed class ResponseTests
{
    [Fact]
    public async Task The_headers_are_those_of_an_event_stream()
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream");

        var (status, headers) = await connection.ReadHeadAsync();

        Assert.Equal(200, status);
        Assert.Equal("text/event-stream", headers["content-type"]);
        Assert.Equal("no-cache,no-store", headers["cache-control"]);
        Assert.Equal("no", headers["x-accel-buffering"]);
        Assert.Equal("chunked", headers["transfer-encoding"]);
        Assert.DoesNotContain("content-encoding", headers.Keys);
        Assert.DoesNotContain("content-length", headers.Keys);
    }

    [Fact]
    public async Task Events_that_are_ready_together_leave_in_one_chunk_and_a_lone_one_at_once()
    {
        var feed = new Feed();
        feed.Send("1", "2", "3");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream");
        await connection.ReadHeadAsync();

        Assert.Equal("data: 1\n\ndata: 2\n\ndata: 3\n\n", await connection.ReadChunkAsync());
        feed.Send("4");
        Assert.Equal("data: 4\n\n", await connection.ReadChunkAsync());
        feed.End();
        Assert.Null(await connection.ReadChunkAsync());
    }

    [Fact]
    public async Task A_burst_is_flushed_whenever_enough_is_pending_and_no_event_is_split()
    {
        var item = new string('x', 92); // an event of 100 bytes
        var feed = new Feed();
        feed.Send([.. Enumerable.Repeat((Item)item, 100)]);
        feed.End();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, options: o => o.FlushThreshold = 1000);
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream");
        await connection.ReadHeadAsync();

        var chunks = await connection.ReadChunksAsync();

        Assert.Equal(100 * 100, chunks.Sum(chunk => chunk.Length));
        Assert.All(chunks, chunk => Assert.EndsWith("\n\n", chunk, StringComparison.Ordinal));
        
        // Ten flushes, and some more chunks where the server's own blocks of memory end.
        Assert.InRange(chunks.Count, 10, 14);
    }

    [Fact]
    public async Task A_retry_field_opens_the_stream_when_one_is_set()
    {
        var feed = new Feed();
        feed.Send("x");
        feed.End();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, new("/stream") { RetryMilliseconds = 1500 }, o => o.Retry = TimeSpan.FromSeconds(9));
        await using var stream = await app.OpenAsync();

        Assert.Equal([new SseFrame { Retry = TimeSpan.FromMilliseconds(1500) }, new SseFrame { Data = "x" }], await stream.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_of_HTTP_1_0_reads_the_stream_to_the_end_of_the_connection()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var connection = await app.Server.ConnectAsync();
        await connection.SendAsync("GET /stream HTTP/1.0\r\nAccept: text/event-stream\r\n\r\n");

        var (status, headers) = await connection.ReadHeadAsync();
        Assert.Equal(200, status);
        Assert.DoesNotContain("transfer-encoding", headers.Keys);
        Assert.Equal("data: 1\n\n", await connection.ReadTextAsync(9));
        feed.Send("2");
        Assert.Equal("data: 2\n\n", await connection.ReadTextAsync(9));
        feed.End();
        Assert.True(await connection.IsClosedByServerAsync());
    }

    [Fact]
    public async Task Response_compression_neither_compresses_nor_delays_the_stream()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(
            feed.ReadAsync,
            services: builder => builder.Services.AddResponseCompression(o => o.MimeTypes = ["text/event-stream"]),
            pipeline: app => app.UseResponseCompression());
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream", "Accept-Encoding: gzip, br");

        var (_, headers) = await connection.ReadHeadAsync();

        Assert.Equal("identity", headers["content-encoding"]);
        Assert.Equal("data: 1\n\n", await connection.ReadChunkAsync());
        feed.Send("2");
        Assert.Equal("data: 2\n\n", await connection.ReadChunkAsync());
    }

    [Fact]
    public async Task A_request_timeout_does_not_end_the_stream()
    {
        var feed = new Feed();
        feed.Send("1");
        CancellationToken timeout = default;
        await using var app = await StreamApp.StartAsync(
            feed.ReadAsync,
            services: builder => builder.Services.AddRequestTimeouts(o => o.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(300) }),
            pipeline: app =>
            {
                app.UseRouting();
                app.UseRequestTimeouts();
                app.Use((context, next) =>
                {
                    timeout = context.RequestAborted;
                    return next(context);
                });
            });
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();

        // The framework's timer is a real one: what would fire it is given twice the time.
        Assert.False(timeout.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(600)));
        feed.Send("2");
        Assert.Equal("2", (await stream.NextAsync()).Data);
    }

    [Fact]
    public async Task The_stream_is_kept_out_of_the_metric_of_request_durations_and_an_error_is_not()
    {
        var disabled = new List<bool>();
        var feed = new Feed();
        feed.End();
        var calls = 0;
        await using var app = await StreamApp.StartAsync(
            context => calls++ == 0 ? feed.ReadAsync(context) : throw new InvalidOperationException(),
            pipeline: app => app.Use(async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                finally
                {
                    disabled.Add(context.Features.GetRequiredFeature<IHttpMetricsTagsFeature>().MetricsDisabled);
                }
            }));

        // The feature exists only while somebody measures.
        using var listener = Measurements.OfHosting();
        for (var i = 0; i < 2; i++)
        {
            using var response = await app.Server.Client().GetAsync(new Uri("/stream", UriKind.Relative), TestContext.Current.CancellationToken);
        }

        Assert.Equal([true, false], disabled);
    }
}

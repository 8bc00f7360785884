using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.TestKit;

/// <summary>The helpers of the other tests, tried on a stream that is written by hand.</summary>
public sealed class LiveServerTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_client_reads_events_as_they_are_written(string version)
    {
        var more = new TaskCompletionSource();
        await using var server = await StartAsync(more.Task);
        await using var stream = await server.OpenAsync("/events", version);

        Assert.Equal("1", (await stream.NextAsync()).Data);
        more.SetResult();
        Assert.Equal(new SseFrame { Id = "2", Data = "2" }, await stream.NextAsync());

        Assert.Null(await stream.ReadFrameAsync());
        Assert.Equal("2", stream.LastEventId);
    }

    [Fact]
    public async Task A_bare_connection_sees_chunks_and_the_clean_end()
    {
        await using var server = await StartAsync(Task.CompletedTask);
        await using var connection = await server.ConnectAsync();
        await connection.GetAsync("/events");

        var (status, headers) = await connection.ReadHeadAsync();

        Assert.Equal(200, status);
        Assert.Equal("text/event-stream", headers["content-type"]);
        Assert.Equal(["data: 1\n\n", "id: 2\ndata: 2\n\n"], await connection.ReadChunksAsync());
    }

    [Fact]
    public async Task A_client_that_resets_its_connection_is_noticed()
    {
        var gone = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(_ => { }, app => app.Run(async context =>
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => gone.SetResult(), TaskScheduler.Default);
        }));
        await using var connection = await server.ConnectAsync();
        await connection.GetAsync("/");
        await connection.ReadHeadAsync();

        connection.Reset();

        await gone.Task.Within();
    }

    private static Task<LiveServer> StartAsync(Task second) => LiveServer.StartAsync(_ => { }, app => app.Run(async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("data: 1\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await second;
        await context.Response.WriteAsync("id: 2\ndata: 2\n\n", context.RequestAborted);
    }));
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Endpoints;

/// <summary>What happens to a request whose handler has not returned its stream yet.</summary>
public sealed class SetUpTests
{
    [Theory]
    [InlineData("/slow-set-up", false)]
    [InlineData("/slow-set-up", true)]
    [InlineData("/deaf-set-up", false)]
    [InlineData("/deaf-set-up", true)]
    public async Task A_host_that_stops_sends_the_client_away_to_come_back_later(string path, bool hasFilter)
    {
        await using var server = await StartAsync(hasFilter);
        var gate = server.Services.GetRequiredService<SetUpGate>();
        var opening = server.OpenAsync(path);
        await gate.Entered.Task.Within("the handler's call");

        await server.StopAsync();

        await using var stream = await opening;
        var frame = Assert.Single(await stream.ReadToEndAsync());
        Assert.Equal(new SseFrame { Retry = stream.ReconnectionTime }, frame);
        Assert.NotNull(stream.ReconnectionTime);
        Assert.DoesNotContain(server.Logs.Entries, entry => entry.Level >= LogLevel.Error);
        Assert.Equal(
            path == "/deaf-set-up",
            server.Logs.Entries.Any(entry => entry.EventId.Name == "HandlerLeftBehind" && entry.Message.Contains("DeafAsync", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_client_that_goes_takes_the_handler_along()
    {
        await using var server = await StartAsync(hasFilter: false);
        var connection = await server.ConnectAsync();
        await connection.GetAsync("/slow-set-up");
        var gate = server.Services.GetRequiredService<SetUpGate>();
        await gate.Entered.Task.Within("the handler's call");

        await connection.DisposeAsync();

        await gate.Left.Task.Within("the handler's end");
        await server.StopAsync();
        Assert.DoesNotContain(server.Logs.Entries, entry => entry.Level >= LogLevel.Error);
    }

    private static Task<LiveServer> StartAsync(bool hasFilter) => LiveServer.StartAsync(
        builder =>
        {
            builder.Services.AddEventStreams(options => options.AbandonTimeout = TimeSpan.FromMilliseconds(100));
            builder.Services.AddSingleton<SetUpGate>();
        },
        app =>
        {
            var endpoints = app.MapSetUpEndpoints();
            if (hasFilter)
            {
                endpoints.AddEndpointFilter(async (invocation, next) => await next(invocation));
            }
        });
}

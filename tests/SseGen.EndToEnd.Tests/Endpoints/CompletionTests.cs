using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Endpoints;

/// <summary>A client that has seen the completion event comes back with an id that is none of the handler's.</summary>
public sealed class CompletionTests
{
    [Fact]
    public async Task A_handler_of_numbered_events_is_not_asked_to_parse_the_completion_events_id()
    {
        await using var server = await StartAsync();
        await using var stream = await server.OpenAsync("/count-to-three", lastEventId: "1");
        Assert.Equal(["2", "3", "~complete"], (await stream.ReadToEndAsync()).Select(frame => frame.Id));

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(server, stream.LastEventId!));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(server, "~other"));
    }

    private static Task<LiveServer> StartAsync() => LiveServer.StartAsync(
        builder => builder.Services.AddEventStreams(), app => app.MapCompletionEndpoints());

    private static async Task<HttpStatusCode> StatusAsync(LiveServer server, string lastEventId)
    {
        using var client = server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/count-to-three");
        request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}

using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;
using SseGen.Topics;

namespace SseGen.EndToEnd.Tests.Topics;

/// <summary><see cref="LagPolicy.Wait"/> with clients that are slower than the publisher.</summary>
public sealed class WaitingTopicTests
{
    private const int Events = 1_000;
    private const int SmallBuffer = 4_096;

    // More in all than any buffer on the way takes in.
    private static readonly string s_padding = new('x', 20_000);

    [Fact]
    public async Task Publishing_waits_for_a_slow_client_which_loses_nothing()
    {
        await using var server = await StartAsync(sendTimeout: "00:01:00");
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        await using var client = await OpenAsync(server, topic);
        var publishing = PublishAsync(topic);
        var parser = new SseParser();
        for (var sequence = 1UL; sequence <= Events; sequence++)
        {
            SseFrame frame;
            while (!parser.TryRead(out frame))
            {
                parser.Append(Encoding.UTF8.GetBytes((await client.ReadChunkAsync())!));
            }

            Assert.True(TopicEventId.TryParse(frame.Id, out var id));
            Assert.Equal(sequence, id.Sequence);
            Assert.True(sequence > 10 || !publishing.IsCompleted, "Nobody has waited");
        }

        await publishing.Within();
    }

    [Fact]
    public async Task One_that_does_not_read_at_all_holds_everybody_up_no_longer_than_its_send_timeout()
    {
        await using var server = await StartAsync(sendTimeout: "00:00:01");
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        await using var client = await OpenAsync(server, topic);

        await PublishAsync(topic).Within();

        Assert.Equal(0, topic.SubscriberCount);
    }

    private static async Task PublishAsync(EventTopic<Deal> topic)
    {
        for (var number = 1; number <= Events; number++)
        {
            await topic.PublishAsync(new Deal(number, s_padding, number), TestContext.Current.CancellationToken);
        }
    }

    private static async Task<RawConnection> OpenAsync(LiveServer server, EventTopic<Deal> topic)
    {
        var client = await RawConnection.OpenAsync(server.Http1Address, SmallBuffer);
        await client.GetAsync("/deals");
        Assert.Equal(200, (await client.ReadHeadAsync()).Status);
        await Bounded.Until(() => topic.SubscriberCount == 1);
        return client;
    }

    private static Task<LiveServer> StartAsync(string sendTimeout) => LiveServer.StartAsync(
        builder =>
        {
            builder.Configuration["EventStreams:SendTimeout"] = sendTimeout;
            TopicEndpoints.AddTopics(builder.Services, deals => (deals.Capacity, deals.WhenLagging) = (4, LagPolicy.Wait));
        },
        app => app.MapTopicEndpoints());
}

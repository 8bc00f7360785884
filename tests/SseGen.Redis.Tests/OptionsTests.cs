using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SseGen.Redis.Tests.Kit;
using SseGen.TestKit;
using SseGen.TopicNode;

namespace SseGen.Redis.Tests;

/// <summary><c>UseRedis</c> and its options.</summary>
public sealed class OptionsTests(SharedRedis redis)
{
    [Theory]
    [InlineData("PollInterval", "00:00:00", "RedisTopicOptions.PollInterval is 00:00:00, and must be from 00:00:00.1")]
    [InlineData("KeyedRetention", "-1", "RedisTopicOptions.KeyedRetention is -1.00:00:00, and must be from 00:00:01")]
    public async Task A_bad_option_fails_the_start_and_is_named(string option, string value, string message)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => Node.StartAsync(redis.Server.Configuration, SharedRedis.NewPrefix(), settings: $"EventStreams:Redis:{option}={value}"));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_time_fails_the_start()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Node.StartAsync(redis.Server.Configuration, SharedRedis.NewPrefix(), settings: "EventStreams:Redis:PollInterval=soon"));

        Assert.Contains("'EventStreams:Redis:PollInterval' is 'soon'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("password=secret")]
    [InlineData("localhost:6379,nonsense=1")]
    public void A_bad_configuration_of_Redis_is_refused_where_it_stands(string configuration)
    {
        var builder = WebApplication.CreateSlimBuilder();

        Assert.Throws<ArgumentException>(() => NodeSetup.AddTopics(builder).UseRedis(configuration));
    }

    [Fact]
    public async Task A_policy_that_waits_for_all_is_refused()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Node.StartAsync(
            redis.Server.Configuration, SharedRedis.NewPrefix(), notes => notes.WhenLagging = LagPolicy.Wait));

        Assert.Contains("EventTopicOptions.WhenLagging of the topic 'notes' is Wait", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_application_may_bring_its_own_connection_and_keeps_it()
    {
        var prefix = SharedRedis.NewPrefix();
        await using var there = await Node.StartAsync(redis.Server.Configuration, prefix);
        await using var stream = await there.OpenNotesAsync();
        await using (var server = await LiveServer.StartAsync(
            builder =>
            {
                builder.Services.Configure<RedisTopicOptions>(options => options.KeyPrefix = prefix);
                NodeSetup.AddTopics(builder).UseRedis(_ => redis.Connection);
            },
            NodeSetup.Map))
        {
            var id = await server.Services.GetRequiredService<EventTopic<Note>>()
                .PublishAsync(new Note("a", 1), TestContext.Current.CancellationToken);
            Assert.Equal(id.ToString(), (await stream.NextAsync()).Id);
        }

        Assert.True(redis.Connection.IsConnected);
        Assert.Equal(1, await redis.Database.StreamLengthAsync(prefix + "{notes}"));
    }
}

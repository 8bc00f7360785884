using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SseGen.Streaming;
using SseGen.TestKit;

namespace SseGen.Tests.Streaming;

/// <summary><see cref="EventStreamOptions"/> out of code and configuration.</summary>
public sealed class OptionsTests
{
    [Fact]
    public async Task Every_option_comes_from_the_configuration()
    {
        var values = new Dictionary<string, string?>
        {
            ["CommitWindow"] = "00:00:00.250",
            ["HeartbeatInterval"] = "00:00:20",
            ["SendTimeout"] = "0",
            ["MaxDuration"] = "1.00:00:00",
            ["Retry"] = "00:00:03",
            ["FlushThreshold"] = "4096",
            ["DrainTimeout"] = "00:00:07",
            ["AbandonTimeout"] = "00:00:02",
            ["ReconnectSpread:Minimum"] = "00:00:01",
            ["ReconnectSpread:Maximum"] = "00:00:09",
            ["MaxConnections"] = "1000",
            ["MaxConnectionsPerUser"] = "6",
            ["OverloadResponse"] = "status",
            ["ErrorEventType"] = "failed",
            ["FarewellEventType"] = "bye",
            ["CompletionEventType"] = "done",
            ["IncludeErrorDetails"] = "true",
        };
        Assert.Equal(
            typeof(EventStreamOptions).GetProperties().Select(property => property.Name).Order(),
            values.Keys.Select(key => key.Split(':')[0]).Distinct().Order());

        await using var server = await StartAsync(values);

        var options = server.Services.GetRequiredService<IOptions<EventStreamOptions>>().Value;
        Assert.Equivalent(
            new EventStreamOptions
            {
                CommitWindow = TimeSpan.FromMilliseconds(250),
                HeartbeatInterval = TimeSpan.FromSeconds(20),
                SendTimeout = TimeSpan.Zero,
                MaxDuration = TimeSpan.FromDays(1),
                Retry = TimeSpan.FromSeconds(3),
                FlushThreshold = 4096,
                DrainTimeout = TimeSpan.FromSeconds(7),
                AbandonTimeout = TimeSpan.FromSeconds(2),
                ReconnectSpread = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9)),
                MaxConnections = 1000,
                MaxConnectionsPerUser = 6,
                OverloadResponse = OverloadResponse.Status,
                ErrorEventType = "failed",
                FarewellEventType = "bye",
                CompletionEventType = "done",
                IncludeErrorDetails = true,
            },
            options);
    }

    [Fact]
    public async Task Code_has_the_last_word()
    {
        await using var server = await StartAsync(
            new() { ["HeartbeatInterval"] = "00:00:20", ["Retry"] = "00:00:01" }, o => o.HeartbeatInterval = TimeSpan.FromSeconds(5));

        var options = server.Services.GetRequiredService<IOptions<EventStreamOptions>>().Value;
        Assert.Equal(TimeSpan.FromSeconds(5), options.HeartbeatInterval);
        Assert.Equal(TimeSpan.FromSeconds(1), options.Retry);
    }

    [Theory]
    [InlineData("CommitWindow", "soon")]
    [InlineData("HeartbeatInterval", "15")]
    [InlineData("HeartbeatInterval", "-00:00:01")]
    [InlineData("SendTimeout", "-00:00:00.001")]
    [InlineData("MaxDuration", "-1.00:00:00")]
    [InlineData("Retry", "3 s")]
    [InlineData("FlushThreshold", "0")]
    [InlineData("FlushThreshold", "16k")]
    [InlineData("DrainTimeout", "x")]
    [InlineData("AbandonTimeout", "x")]
    [InlineData("ReconnectSpread:Maximum", "00:00:00.1")]
    [InlineData("ReconnectSpread:Minimum", "fast")]
    [InlineData("MaxConnections", "0")]
    [InlineData("MaxConnectionsPerUser", "-1")]
    [InlineData("OverloadResponse", "7")]
    [InlineData("ErrorEventType", "error")]
    [InlineData("FarewellEventType", "")]
    [InlineData("CompletionEventType", "a\nb")]
    [InlineData("IncludeErrorDetails", "maybe")]
    public async Task A_bad_value_fails_the_start_and_names_its_option(string option, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new() { [option] = value }));

        Assert.Contains(option.Split(':')[0], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bad_values_are_told_at_once()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => StartAsync(new() { ["CommitWindow"] = "x", ["SendTimeout"] = "y" }));

        Assert.Equal(2, failure.Failures.Count());
    }

    [Fact]
    public async Task A_bad_value_of_an_attribute_names_handler_and_option()
    {
        await using var server = await StartAsync([]);
        var streams = server.Services.GetRequiredService<EventStreamServer>();

        var failure = Assert.Throws<InvalidOperationException>(
            () => streams.ForEndpoint(new EventStreamAttribute("/x") { HeartbeatSeconds = -2 }, "/x", "Demo.Endpoints.Ticks"));

        Assert.Contains("Demo.Endpoints.Ticks", failure.Message, StringComparison.Ordinal);
        Assert.Contains("HeartbeatInterval", failure.Message, StringComparison.Ordinal);
    }

    private static Task<LiveServer> StartAsync(Dictionary<string, string?> values, Action<EventStreamOptions>? configure = null)
        => LiveServer.StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(values.Select(value => KeyValuePair.Create("EventStreams:" + value.Key, value.Value)));
                builder.Services.AddEventStreams(configure ?? (_ => { }));
            },
            _ => { });
}

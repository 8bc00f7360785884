using System.Globalization;
using System.Net;
using SseGen.TestKit;

namespace SseGen.Redis.Tests.Kit;

/// <summary>A note whose publication was acknowledged.</summary>
internal sealed record Acknowledged(string Id, string Data);

/// <summary>Publishes through any node, and keeps what was acknowledged, what was refused, and what nobody knows of.</summary>
internal sealed class RoamingPublisher(NodeProcesses nodes, string name)
{
    private readonly Random _random = new(name[^1]);
    private readonly List<Acknowledged> _acknowledged = [];
    private int _number;

    public IReadOnlyList<Acknowledged> Acknowledged => _acknowledged;

    /// <summary>What a node has answered that could not publish.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>Publishes until so many more have been acknowledged.</summary>
    public async Task RunAsync(int count)
    {
        for (var goal = _acknowledged.Count + count; _acknowledged.Count < goal;)
        {
            if (!await TryPublishAsync(name))
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Publishes the last event of all.</summary>
    public Task<bool> PublishLastAsync() => TryPublishAsync("last");

    private async Task<bool> TryPublishAsync(string from)
    {
        // Whatever becomes of it, a number is never used again.
        var number = (++_number).ToString(CultureInfo.InvariantCulture);
        var node = nodes.Any(_random);
        try
        {
            using var response = await nodes.Http.PostAsync(
                new Uri(node.Address, $"/notes?from={from}&number={number}"), content: null, TestContext.Current.CancellationToken).Within();
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                _acknowledged.Add(new Acknowledged(text, $$"""{"from":"{{from}}","number":{{number}},"text":""}"""));
                return true;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Refusals.Add(text);
        }
        catch (HttpRequestException) when (!nodes.IsAlive(node))
        {
            // The node was killed: the note may have been published, or not.
        }

        return false;
    }
}

using SseGen.TestKit;

namespace SseGen.Redis.Tests.Kit;

/// <summary>
/// A browser of which all that is known is what it has received: it loses its connection now and then, or its server, and comes back to any
/// other with its <c>Last-Event-ID</c>.
/// </summary>
internal sealed class RoamingClient(NodeProcesses nodes, int seed)
{
    /// <summary>The data of the event that nobody needs to wait beyond.</summary>
    public const string Last = "\"from\":\"last\"";

    private readonly Random _random = new(seed);
    private readonly List<SseFrame> _record = [];
    private volatile int _received;

    /// <summary>All events that it has received, in their order.</summary>
    public IReadOnlyList<SseFrame> Record => _record;

    /// <summary>How many of them there are by now.</summary>
    public int Received => _received;

    /// <summary>How many streams it has opened.</summary>
    public int Connections { get; private set; }

    /// <summary>How often its stream has ended although its server was alive and it had not left.</summary>
    public int Abandoned { get; private set; }

    /// <summary>Receives events until the last one.</summary>
    public async Task RunAsync()
    {
        string? lastEventId = null;
        while (true)
        {
            var node = nodes.Any(_random);
            try
            {
                await using var stream = await OpenAsync(node, lastEventId);
                var isDone = await ReadAsync(stream, _random.Next(50, 400));
                lastEventId = stream.LastEventId.Length > 0 ? stream.LastEventId : lastEventId;
                if (isDone)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException && !nodes.IsAlive(node))
            {
                // Its server is gone. What it has received is in its record, and so is the id.
                lastEventId = _record.Count == 0 ? null : _record[^1].Id ?? lastEventId;
            }
        }
    }

    /// <summary>Reads so many events, or until the last one.</summary>
    private async Task<bool> ReadAsync(SseReader stream, int patience)
    {
        while (patience-- > 0)
        {
            if (await stream.ReadEventAsync() is not { } frame)
            {
                Abandoned++;
                return false;
            }

            _record.Add(frame);
            _received = _record.Count;
            if (frame.Data!.Contains(Last, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<SseReader> OpenAsync(ServerProcess node, string? lastEventId)
    {
        Connections++;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node.Address, "/notes"));
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return await SseReader.OfAsync(await nodes.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Within($"{node.Address}"));
    }
}

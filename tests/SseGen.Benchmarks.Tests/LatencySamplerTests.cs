using System.Diagnostics;
using System.Globalization;
using System.Text;
using SseGen.Benchmarks.Client;

namespace SseGen.Benchmarks.Tests;

public sealed class LatencySamplerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(17)]
    [InlineData(4096)]
    public void Every_timestamp_is_taken_once_wherever_the_pieces_end(int pieceLength)
    {
        var sentAt = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        var events = string.Concat(Enumerable.Repeat($"data: {{\"symbol\":\"MSFT\",\"ts\":{sentAt}}}\n\n", 5));
        var sampler = new LatencySampler();

        foreach (var piece in Encoding.UTF8.GetBytes(events).Chunk(pieceLength))
        {
            sampler.Add(piece);
        }

        Assert.Equal(5, sampler.Milliseconds.Count);
        Assert.All(sampler.Milliseconds, milliseconds => Assert.InRange(milliseconds, 0, 60_000));
    }
}

using System.Text;
using SseGen.Benchmarks.Client;

namespace SseGen.Benchmarks.Tests;

/// <summary>A client that miscounts would make every figure wrong.</summary>
public sealed class EventCounterTests
{
    private const string Stream = "retry: 500\n\n: heartbeat\n\nid: 1\nevent: tick\ndata: {\"a\":1}\n\ndata: x\n\n:\n\nevent: tick\ndata: y\ndata:\n\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Events_are_counted_and_comments_are_not_wherever_the_pieces_end(int pieceLength)
    {
        var counter = new EventCounter();

        foreach (var piece in Encoding.UTF8.GetBytes(Stream).Chunk(pieceLength))
        {
            counter.Add(piece);
        }

        Assert.Equal(3, counter.Events);
    }
}

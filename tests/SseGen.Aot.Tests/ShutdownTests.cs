using System.Diagnostics;
using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>What a rolling update does: the process gets SIGTERM with streams open.</summary>
public sealed class ShutdownTests(PublishedShowcase showcase)
{
    private const int Streams = 1_000;
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task The_process_ends_at_once_although_a_thousand_streams_are_open()
    {
        await using var server = await showcase.StartAsync();
        using var client = server.Client();
        var streams = new List<SseReader>();
        for (var i = 0; i < Streams; i++)
        {
            streams.Add(await SseReader.OpenAsync(client, i % 2 == 0 ? "/streams/machine" : "/streams/runtime"));
        }

        foreach (var stream in streams)
        {
            await stream.NextAsync();
        }

        var asked = Stopwatch.GetTimestamp();
        server.Terminate();
        var exitCode = await server.ExitAsync();
        var took = Stopwatch.GetElapsedTime(asked);

        Assert.Equal(0, exitCode);
        Assert.True(took < s_soon, $"It took {took}.\n{server.Output}");
        // The reader tells a clean end of the response from a broken connection, and an end between events from one within.
        foreach (var stream in streams)
        {
            await stream.ReadToEndAsync();
            await stream.DisposeAsync();
        }
    }
}

using System.Globalization;

namespace SseGen.Benchmarks.Client;

/// <summary>
/// A client in a process of its own, which opens streams and holds them. Contestants that are measured side by side each have one:
/// together their streams may be more than one process may have sockets.
/// </summary>
internal static class StreamHolder
{
    /// <summary>The first argument, by which this program knows that it is one.</summary>
    public const string Command = "hold-streams";

    /// <summary>The line on standard output that says that every stream has been asked for.</summary>
    public const string Connected = "CONNECTED";

    /// <summary>
    /// Slowly enough for a server to keep up: one that everybody comes to at once has more buffers in use than it will ever need again,
    /// and keeps them. That is the connect storm's matter.
    /// </summary>
    private const int StreamsPerSecond = 4_000;

    /// <summary>What follows <see cref="Command"/> on the command line.</summary>
    public static IEnumerable<string> Arguments(int port, WireProtocol protocol, string path, int streams) =>
        [port.ToString(CultureInfo.InvariantCulture), protocol.ToString(), path, streams.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Answers each line of its input with the numbers of streams that are answered and that are open, and ends with it.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextReader input, TextWriter output)
    {
        using var loop = new EpollLoop();
        var group = StreamGroup.Connect(
            loop,
            int.Parse(arguments[0], CultureInfo.InvariantCulture),
            Enum.Parse<WireProtocol>(arguments[1]),
            arguments[2],
            int.Parse(arguments[3], CultureInfo.InvariantCulture),
            StreamsPerSecond);
        output.WriteLine(Connected);
        while (NextLine(loop, input) is not null)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Answered} {group.Open}"));
        }

        return 0;
    }

    /// <summary>Waits for it on another thread, because what comes over the streams is to be read meanwhile.</summary>
    private static string? NextLine(EpollLoop loop, TextReader input)
    {
        var line = Task.Run(input.ReadLine);
        while (!line.IsCompleted)
        {
            loop.ReadOnce(waitMilliseconds: 20);
        }

        return line.GetAwaiter().GetResult();
    }
}

using System.Diagnostics;

namespace SseGen.Benchmarks.Client;

/// <summary>
/// Finds the publisher's timestamp, <c>"ts":n</c>, in each event of one connection, and keeps how long ago it was taken. Publisher and
/// client run on one machine, whose monotonic clock they share. It looks at each byte, and so is for a few connections only.
/// </summary>
internal sealed class LatencySampler
{
    private readonly List<double> _milliseconds = [];
    private int _matched;
    private long _number;

    private static ReadOnlySpan<byte> Key => "\"ts\":"u8;

    /// <summary>In milliseconds, in the order of arrival.</summary>
    public IReadOnlyList<double> Milliseconds => _milliseconds;

    /// <summary>Forgets what has been sampled.</summary>
    public void Clear() => _milliseconds.Clear();

    public void Add(ReadOnlySpan<byte> body)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var next in body)
        {
            if (_matched < Key.Length)
            {
                _matched = next == Key[_matched] ? _matched + 1 : next == Key[0] ? 1 : 0;
            }
            else if (char.IsAsciiDigit((char)next))
            {
                _number = (_number * 10) + (next - '0');
            }
            else
            {
                _milliseconds.Add(Stopwatch.GetElapsedTime(_number, now).TotalMilliseconds);
                (_matched, _number) = (0, 0);
            }
        }
    }
}

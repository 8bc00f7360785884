using System.Buffers.Text;
using System.Diagnostics;

namespace SseGen.Benchmarks.Client;

/// <summary>
/// Finds the publisher's timestamp, <c>"ts":n</c>, in each event of one connection, and keeps how long ago it was taken. Publisher and
/// client run on one machine, whose monotonic clock they share.
/// </summary>
internal sealed class LatencySampler
{
    private const int LongestNumber = 20;

    private readonly List<double> _milliseconds = [];
    private readonly byte[] _carry = new byte[Key.Length + LongestNumber];
    private int _carried;

    private static ReadOnlySpan<byte> Key => "\"ts\":"u8;

    /// <summary>In milliseconds, in the order of arrival.</summary>
    public IReadOnlyList<double> Milliseconds => _milliseconds;

    public void Add(ReadOnlySpan<byte> body)
    {
        var now = Stopwatch.GetTimestamp();
        if (_carried > 0)
        {
            // The end of the last piece and the beginning of this one, in case that a timestamp stands across both.
            var length = Math.Min(body.Length, LongestNumber + Key.Length);
            Scan([.. _carry.AsSpan(0, _carried), .. body[..length]], now, onlyFromBefore: _carried);
        }

        Scan(body, now, onlyFromBefore: int.MaxValue);
        _carried = Math.Min(body.Length, _carry.Length);
        body[^_carried..].CopyTo(_carry);
    }

    /// <summary>Takes the numbers that are there to their end, which is a <c>}</c> or <c>,</c>; others are met again with the next piece.</summary>
    private void Scan(ReadOnlySpan<byte> text, long now, int onlyFromBefore)
    {
        var offset = 0;
        for (var at = text.IndexOf(Key); at >= 0; at = text[offset..].IndexOf(Key))
        {
            var start = offset + at + Key.Length;
            offset = start;
            var ended = Utf8Parser.TryParse(text[start..], out long sentAt, out var length) && start + length < text.Length;
            // Of the seam only what the first piece did not have whole.
            var isSeam = onlyFromBefore == int.MaxValue || (start - Key.Length < onlyFromBefore && start + length >= onlyFromBefore);
            if (ended && isSeam)
            {
                _milliseconds.Add(Stopwatch.GetElapsedTime(sentAt, now).TotalMilliseconds);
            }
        }
    }
}

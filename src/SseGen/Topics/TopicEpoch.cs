namespace SseGen.Topics;

/// <summary>
/// Numbers for the lives of topics: microseconds since 1970, made strictly increasing. Two processes, or two lives of one room, do not
/// share a number, so that an id from the one is never taken for an id of the other.
/// </summary>
internal static class TopicEpoch
{
    private static long s_last;

    public static ulong Next(TimeProvider timeProvider)
    {
        var now = (timeProvider.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var last = Volatile.Read(ref s_last);
        while (true)
        {
            var next = Math.Max(now, last + 1);
            var seen = Interlocked.CompareExchange(ref s_last, next, last);
            if (seen == last)
            {
                return (ulong)next;
            }

            last = seen;
        }
    }
}

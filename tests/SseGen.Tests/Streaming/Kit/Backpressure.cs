namespace SseGen.Tests.Streaming.Kit;

/// <summary>Events for a client that does not read.</summary>
internal static class Backpressure
{
    /// <summary>More than sockets and pipes on the way take in.</summary>
    public const int Events = 1000;

    public static readonly string Text = new('x', 64 * 1024);

    /// <summary>Sends more than the connection can hold.</summary>
    public static void Fill(Feed feed)
    {
        Item item = Text;
        for (var i = 0; i < Events; i++)
        {
            feed.Send(item);
        }
    }
}

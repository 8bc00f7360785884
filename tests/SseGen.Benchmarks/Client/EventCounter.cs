namespace SseGen.Benchmarks.Client;

/// <summary>
/// Counts the events in a stream's bytes, in pieces of any size. It looks for blank lines only: a block that begins with an
/// <c>id</c>, <c>event</c> or <c>data</c> field is an event, comments and a lone <c>retry:</c> are not.
/// </summary>
internal struct EventCounter()
{
    private byte _firstOfBlock;
    private bool _endsInLineFeed;

    /// <summary>Whole events so far.</summary>
    public long Events { get; private set; }

    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_endsInLineFeed && text[0] == (byte)'\n')
        {
            EndBlock();
            text = text[1..];
        }

        while (!text.IsEmpty)
        {
            if (_firstOfBlock == 0)
            {
                _firstOfBlock = text[0];
            }

            var blankLine = text.IndexOf("\n\n"u8);
            if (blankLine < 0)
            {
                _endsInLineFeed = text[^1] == (byte)'\n';
                return;
            }

            EndBlock();
            text = text[(blankLine + 2)..];
        }
    }

    private void EndBlock()
    {
        if (_firstOfBlock is (byte)'i' or (byte)'e' or (byte)'d')
        {
            Events++;
        }

        _firstOfBlock = 0;
        _endsInLineFeed = false;
    }
}

namespace SseGen.Framing;

/// <summary>Combinations of flags by name.</summary>
public ref partial struct Utf8EventWriter
{
    /// <summary>
    /// Writes a combination of flags as one JSON string, its parts separated by commas; writes nothing when the names do not cover it.
    /// </summary>
    /// <param name="value">The bits.</param>
    /// <param name="bits">The bits of each name, in the order in which the combination is taken apart.</param>
    /// <param name="names">The names.</param>
    public bool TryWriteFlags(ulong value, ReadOnlySpan<ulong> bits, ReadOnlySpan<string> names)
    {
        var text = new FlagsText(stackalloc char[256]);
        var rest = value;
        for (var i = 0; i < bits.Length && rest != 0; i++)
        {
            if (bits[i] != 0 && (rest & bits[i]) == bits[i])
            {
                rest &= ~bits[i];
                text.AppendPart(names[i]);
            }
        }

        if (rest != 0 || text.IsEmpty)
        {
            return false;
        }

        WriteString(text.Text);
        return true;
    }

    /// <summary>Text that grows on the heap only when it is longer than any combination should be.</summary>
    private ref struct FlagsText(Span<char> buffer)
    {
        private Span<char> _buffer = buffer;
        private int _length;

        public readonly bool IsEmpty => _length == 0;

        public readonly ReadOnlySpan<char> Text => _buffer[.._length];

        public void AppendPart(string name)
        {
            var separator = _length == 0 ? "" : ", ";
            var needed = _length + separator.Length + name.Length;
            if (needed > _buffer.Length)
            {
                var larger = new char[needed * 2];
                Text.CopyTo(larger);
                _buffer = larger;
            }

            separator.CopyTo(_buffer[_length..]);
            name.CopyTo(_buffer[(_length + separator.Length)..]);
            _length = needed;
        }
    }
}

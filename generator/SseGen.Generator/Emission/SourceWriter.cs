using System.Buffers;

namespace SseGen.Generator.Emission;

/// <summary>
/// Text with indentation. Raw strings give the shape, this class the place: <see cref="WriteLines"/> indents each line of a
/// raw string, <see cref="Block"/> opens a brace that its disposal closes, so that an emitter's own indentation mirrors its
/// output's.
/// </summary>
internal sealed class SourceWriter : IDisposable
{
    private const int SpacesPerLevel = 4;
    private const int InitialLength = 16 * 1024;

    // Lent, and not a builder's own: what a file takes to be written is more memory than all that is kept of it.
    private char[] _text = ArrayPool<char>.Shared.Rent(InitialLength);
    private int _length;
    private int _level;

    /// <summary>Writes one line at the current indentation; an empty one stays empty.</summary>
    public void WriteLine(string line = "") => Write(line, 0, line.Length);

    /// <summary>Writes each line of <paramref name="text"/> at the current indentation, whatever its line ends were.</summary>
    public void WriteLines(string text)
    {
        for (int start = 0, next; start <= text.Length; start = next + 1)
        {
            var end = text.IndexOf('\n', start);
            next = end < 0 ? text.Length : end;
            Write(text, start, next > start && end >= 0 && text[next - 1] == '\r' ? next - 1 : next);
        }
    }

    /// <summary>Writes <paramref name="header"/> and an opening brace; disposing writes the closing one and <paramref name="after"/>.</summary>
    public BlockScope Block(string header, string after = "")
    {
        WriteLines(header);
        WriteLine("{");
        _level++;
        return new BlockScope(this, "}" + after);
    }

    /// <summary>Indents what follows by one level until the scope is disposed.</summary>
    public BlockScope Indent()
    {
        _level++;
        return new BlockScope(this, closing: null);
    }

    public override string ToString() => new(_text, 0, _length);

    /// <summary>Gives back the memory; to be called once.</summary>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
    }

    private void Write(string text, int start, int end)
    {
        var indentation = end > start ? _level * SpacesPerLevel : 0;
        MakeRoomFor(indentation + (end - start) + 1);
        _text.AsSpan(_length, indentation).Fill(' ');
        text.CopyTo(start, _text, _length + indentation, end - start);
        _length += indentation + (end - start);
        _text[_length++] = '\n';
    }

    private void MakeRoomFor(int length)
    {
        if (_text.Length - _length >= length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + length));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }

    /// <summary>Ends what <see cref="Block"/> or <see cref="Indent"/> began.</summary>
    public readonly struct BlockScope(SourceWriter writer, string? closing) : IDisposable
    {
        public void Dispose()
        {
            writer._level--;
            if (closing is not null)
            {
                writer.WriteLine(closing);
            }
        }
    }
}

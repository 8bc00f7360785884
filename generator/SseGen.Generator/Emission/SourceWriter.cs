using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>
/// Text with indentation. Raw strings give the shape, this class the place: <see cref="WriteLines(string)"/> indents each line of a
/// raw string, <see cref="Block(string, string)"/> opens a brace that its disposal closes, so that an emitter's own indentation mirrors its
/// output's. Interpolated text goes straight into the writer's memory: no string is made of it first.
/// </summary>
internal sealed class SourceWriter : IDisposable
{
    private const int SpacesPerLevel = 4;
    private const int InitialLength = 16 * 1024;

    // Lent, and not a builder's own: what a file takes to be written is more memory than all that is kept of it.
    private char[] _text = ArrayPool<char>.Shared.Rent(InitialLength);
    private int _length;
    private int _level;
    private bool _isInLine;

    /// <summary>Writes one line at the current indentation; an empty one stays empty.</summary>
    public void WriteLine(string line = "") => Write(line, 0, line.Length);

    /// <inheritdoc cref="WriteLines(ref Interpolation)"/>
    public void WriteLine([InterpolatedStringHandlerArgument("")] ref Interpolation line) => EndLine();

    /// <summary>Writes what <paramref name="text"/> has written already, which takes the end of the line only.</summary>
    public void WriteLines([InterpolatedStringHandlerArgument("")] ref Interpolation text) => EndLine();

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
        return OpenBlock("}" + after);
    }

    /// <inheritdoc cref="Block(string, string)"/>
    public BlockScope Block([InterpolatedStringHandlerArgument("")] ref Interpolation header)
    {
        EndLine();
        return OpenBlock("}");
    }

    /// <summary>Indents what follows by one level until the scope is disposed.</summary>
    public BlockScope Indent()
    {
        _level++;
        return new BlockScope(this, closing: null);
    }

    public override string ToString() => new(_text, 0, _length);

    /// <summary>The text as the compiler takes it: it keeps a long one in parts, outside of the large object heap.</summary>
    public SourceText ToSourceText()
    {
        using var reader = new LentTextReader(_text, _length);
        return SourceText.From(reader, _length, Encoding.UTF8);
    }

    /// <summary>Gives back the memory; to be called once.</summary>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
    }

    private BlockScope OpenBlock(string closing)
    {
        WriteLine("{");
        _level++;
        return new BlockScope(this, closing);
    }

    /// <summary>Writes a part of a line, or of several.</summary>
    private void Append(string text)
    {
        var start = 0;
        for (int end; (end = text.IndexOf('\n', start)) >= 0; start = end + 1)
        {
            AppendToLine(text, start, end > start && text[end - 1] == '\r' ? end - 1 : end);
            EndLine();
        }

        AppendToLine(text, start, text.Length);
    }

    private void AppendToLine(string text, int start, int end)
    {
        if (end == start)
        {
            return;
        }

        var indentation = _isInLine ? 0 : _level * SpacesPerLevel;
        MakeRoomFor(indentation + (end - start));
        _text.AsSpan(_length, indentation).Fill(' ');
        text.CopyTo(start, _text, _length + indentation, end - start);
        _length += indentation + (end - start);
        _isInLine = true;
    }

    private void EndLine()
    {
        MakeRoomFor(1);
        _text[_length++] = '\n';
        _isInLine = false;
    }

    private void Write(string text, int start, int end)
    {
        AppendToLine(text, start, end);
        EndLine();
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

    /// <summary>The parts of an interpolated string, written as the compiler comes by them. What stands in its holes must not write itself.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly SourceWriter _writer;

        public Interpolation(int literalLength, int formattedCount, SourceWriter writer)
        {
            _writer = writer;
            writer.MakeRoomFor(literalLength);
        }

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(string? text) => _writer.Append(text ?? "");

        public void AppendFormatted(TypeRef type) => _writer.Append(type.FullName);
    }

    /// <summary>Ends what <see cref="Block(string, string)"/> or <see cref="Indent"/> began.</summary>
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

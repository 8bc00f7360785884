using System.Text;

namespace SseGen.Generator.Emission;

/// <summary>
/// Text with indentation. Raw strings give the shape, this class the place: <see cref="WriteLines"/> indents each line of a
/// raw string, <see cref="Block"/> opens a brace that its disposal closes, so that an emitter's own indentation mirrors its
/// output's.
/// </summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes one line at the current indentation; an empty one stays empty.</summary>
    public void WriteLine(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _level * SpacesPerLevel).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes each line of <paramref name="text"/> at the current indentation, whatever its line ends were.</summary>
    public void WriteLines(string text)
    {
        foreach (var line in text.Replace("\r\n", "\n").Split('\n'))
        {
            WriteLine(line);
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

    public override string ToString() => _text.ToString();

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

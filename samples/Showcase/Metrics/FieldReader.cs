using System.Buffers.Text;

namespace Showcase.Metrics;

/// <summary>Walks over the blank-separated fields of one line of a <c>/proc</c> file.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;

    /// <summary>The next field; empty at the end of the line.</summary>
    public ReadOnlySpan<byte> Next()
    {
        _rest = _rest.TrimStart(" \t"u8);
        var end = _rest.IndexOfAny(" \t"u8);
        var field = end < 0 ? _rest : _rest[..end];
        _rest = _rest[field.Length..];
        return field;
    }

    /// <summary>The next field as a number; 0 when there is none, as older kernels leave out the last columns.</summary>
    public long NextNumber() => Utf8Parser.TryParse(Next(), out long value, out _) ? value : 0;

    /// <summary>The next field as a number with a fraction; 0 when there is none.</summary>
    public double NextDouble() => Utf8Parser.TryParse(Next(), out double value, out _) ? value : 0;

    /// <summary>Passes over fields that are not wanted.</summary>
    public void Skip(int fields)
    {
        for (var i = 0; i < fields; i++)
        {
            Next();
        }
    }
}

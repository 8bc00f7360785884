using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace SseGen.Framing;

/// <summary>JSON scalars that are neither numbers nor text nor dates.</summary>
public ref partial struct Utf8EventWriter
{
    private const int GuidLength = 36;
    private const int LongestVersion = (4 * 10) + 3;

    /// <summary>Writes <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a Guid with hyphens, in quotes.</summary>
    public void WriteGuid(Guid value)
    {
        var destination = Reserve(GuidLength + 2);
        _ = Utf8Formatter.TryFormat(value, destination[1..], out var length);
        Quote(destination, length);
    }

    /// <summary>Writes bytes in base 64, in quotes.</summary>
    public void WriteBase64(scoped ReadOnlySpan<byte> value)
    {
        var destination = Reserve(checked(Base64.GetMaxEncodedToUtf8Length(value.Length) + 2));
        _ = Base64.EncodeToUtf8(value, destination[1..], out _, out var length);
        Quote(destination, length);
    }

    /// <summary>Writes bytes in base 64, or <c>null</c>.</summary>
    public void WriteBase64(byte[]? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            WriteBase64(value.AsSpan());
        }
    }

    /// <summary>Writes an address as it was given when it was made, or <c>null</c>.</summary>
    public void WriteUri(Uri? value) => WriteString(value?.OriginalString);

    /// <summary>Writes a version with as many parts as it has, or <c>null</c>.</summary>
    public void WriteVersion(Version? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        var destination = Reserve(LongestVersion + 2);
        _ = value.TryFormat(destination[1..], out var length);
        Quote(destination, length);
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SseGen.Framing;

/// <summary>JSON numbers.</summary>
public ref partial struct Utf8EventWriter
{
    // Lengths of the longest texts, sign and exponent included.
    private const int LongestInt32 = 11;
    private const int LongestInt64 = 20;
    private const int LongestInt128 = 40;
    private const int LongestDouble = 32;
    private const int LongestDecimal = 31;

    /// <summary>Writes a JSON number.</summary>
    public void WriteNumber(int value)
    {
        _ = Utf8Formatter.TryFormat(value, Reserve(LongestInt32), out var written);
        _position += written;
    }

    /// <inheritdoc cref="WriteNumber(int)"/>
    public void WriteNumber(uint value)
    {
        _ = Utf8Formatter.TryFormat(value, Reserve(LongestInt32), out var written);
        _position += written;
    }

    /// <inheritdoc cref="WriteNumber(int)"/>
    public void WriteNumber(long value)
    {
        _ = Utf8Formatter.TryFormat(value, Reserve(LongestInt64), out var written);
        _position += written;
    }

    /// <inheritdoc cref="WriteNumber(int)"/>
    public void WriteNumber(ulong value)
    {
        _ = Utf8Formatter.TryFormat(value, Reserve(LongestInt64), out var written);
        _position += written;
    }

    /// <inheritdoc cref="WriteNumber(int)"/>
    public void WriteNumber(Int128 value)
    {
        _ = value.TryFormat(Reserve(LongestInt128), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <inheritdoc cref="WriteNumber(int)"/>
    public void WriteNumber(UInt128 value)
    {
        _ = value.TryFormat(Reserve(LongestInt128), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <summary>Writes a JSON number with all of the value's decimal places: <c>1.10</c> keeps its zero.</summary>
    public void WriteNumber(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        var mantissa = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[2] == 0 && mantissa != 0)
        {
            WriteDecimal(mantissa, scale: (bits[3] >> 16) & 0xFF, isNegative: bits[3] < 0);
            return;
        }

        _ = Utf8Formatter.TryFormat(value, Reserve(LongestDecimal), out var written);
        _position += written;
    }

    /// <summary>Nearly all decimals have a mantissa of 64 bits, and dividing those is several times as fast as dividing 96.</summary>
    private void WriteDecimal(ulong mantissa, int scale, bool isNegative)
    {
        var destination = Reserve(LongestDecimal);
        var start = 0;
        if (isNegative)
        {
            destination[start++] = (byte)'-';
        }

        _ = Utf8Formatter.TryFormat(mantissa, destination[start..], out var digits);
        var whole = digits - scale;
        if (scale == 0)
        {
            _position += start + digits;
            return;
        }

        if (whole > 0)
        {
            // The decimal places move up by one, and the point takes the place that becomes free.
            destination.Slice(start + whole, scale).CopyTo(destination[(start + whole + 1)..]);
            destination[start + whole] = (byte)'.';
            _position += start + digits + 1;
            return;
        }

        destination.Slice(start, digits).CopyTo(destination[(start + 2 - whole)..]);
        destination.Slice(start, 2 - whole).Fill((byte)'0');
        destination[start + 1] = (byte)'.';
        _position += start + 2 + scale;
    }

    /// <summary>Writes a JSON number, the shortest that reads back as the same value.</summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite, which JSON has no number for.</exception>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value))
        {
            ThrowNotFinite();
        }

        WriteUnchecked(value);
    }

    /// <inheritdoc cref="WriteNumber(double)"/>
    public void WriteNumber(float value)
    {
        if (!float.IsFinite(value))
        {
            ThrowNotFinite();
        }

        WriteUnchecked(value);
    }

    /// <inheritdoc cref="WriteNumber(double)"/>
    public void WriteNumber(Half value)
    {
        if (!Half.IsFinite(value))
        {
            ThrowNotFinite();
        }

        WriteUnchecked(value);
    }

    private void WriteUnchecked(double value)
    {
        _ = value.TryFormat(Reserve(LongestDouble), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    private void WriteUnchecked(float value)
    {
        _ = value.TryFormat(Reserve(LongestDouble), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    private void WriteUnchecked(Half value)
    {
        _ = value.TryFormat(Reserve(LongestDouble), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotFinite() => throw new ArgumentException(
        "JSON has no number for NaN and the infinities. A property whose value may be one of them needs "
        + "[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)].");
}

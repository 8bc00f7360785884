using System.Globalization;
using System.Runtime.CompilerServices;
using SseGen.Json;

namespace SseGen.Framing;

/// <summary>JSON numbers.</summary>
public ref partial struct Utf8EventWriter
{
    // Lengths of the longest texts, sign and exponent included.
    private const int LongestInt128 = 40;
    private const int LongestDouble = 32;

    /// <summary>Writes a JSON number.</summary>
    public void WriteNumber(int value) => WriteNumber((long)value);

    /// <inheritdoc cref="WriteNumber(int)"/>
    public void WriteNumber(uint value) => WriteNumber((ulong)value);

    /// <inheritdoc cref="WriteNumber(int)"/>
    public void WriteNumber(long value)
    {
        var destination = Reserve(1 + JsonDigits.Room);
        if (value >= 0)
        {
            _position += JsonDigits.Write((ulong)value, destination);
            return;
        }

        destination[0] = (byte)'-';
        _position += 1 + JsonDigits.Write(0 - (ulong)value, destination[1..]);
    }

    /// <inheritdoc cref="WriteNumber(int)"/>
    public void WriteNumber(ulong value) => _position += JsonDigits.Write(value, Reserve(JsonDigits.Room));

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

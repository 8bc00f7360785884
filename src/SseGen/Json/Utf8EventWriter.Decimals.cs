using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SseGen.Json;

namespace SseGen.Framing;

/// <summary>Decimals, which prices are: nearly all have few digits, and need neither a division of 96 bits nor one for the point.</summary>
public ref partial struct Utf8EventWriter
{
    private const int DecimalRoom = 40; // a sign, 0. and 27 zeros, and a whole word of eight digits for the last one
    private const uint EightDigitsEnd = 100_000_000;

    /// <summary>Writes a JSON number with all of the value's decimal places: <c>1.10</c> keeps its zero.</summary>
    public void WriteNumber(decimal value)
    {
        var bits = Unsafe.BitCast<decimal, DecimalBits>(value);
        var mantissa = bits.Low;
        var destination = Reserve(DecimalRoom);
        if (bits.High != 0 || mantissa == 0)
        {
            _ = Utf8Formatter.TryFormat(value, destination, out var written);
            _position += written;
            return;
        }

        if (bits.Flags < 0)
        {
            destination[0] = (byte)'-';
            destination = destination[1..];
            _position++;
        }

        var scale = (bits.Flags >> 16) & 0xFF;
        _position += mantissa < EightDigitsEnd ? WriteShortDecimal((uint)mantissa, scale, destination) : WriteLongDecimal(mantissa, scale, destination);
    }

    /// <summary>Up to eight digits are one word, and the point splits it by shifting.</summary>
    private static int WriteShortDecimal(uint mantissa, int scale, Span<byte> destination)
    {
        var eight = JsonDigits.Eight(mantissa);
        var leading = JsonDigits.LeadingZeros(eight);
        var digits = (eight | JsonDigits.Zeros) >> (leading * 8);
        var whole = 8 - leading - scale;
        if (scale == 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(destination, digits);
            return whole;
        }

        if (whole <= 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(destination[(2 - whole)..], digits);
            return WriteLeadingZeros(scale, whole, destination);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(destination, digits);
        destination[whole] = (byte)'.';
        BinaryPrimitives.WriteUInt64LittleEndian(destination[(whole + 1)..], digits >> (whole * 8));
        return whole + 1 + scale;
    }

    private static int WriteLongDecimal(ulong mantissa, int scale, Span<byte> destination)
    {
        var digits = JsonDigits.Write(mantissa, destination);
        var whole = digits - scale;
        if (scale == 0)
        {
            return whole;
        }

        if (whole <= 0)
        {
            destination[..digits].CopyTo(destination[(2 - whole)..]);
            return WriteLeadingZeros(scale, whole, destination);
        }

        // The decimal places move up by one, and the point takes the place that becomes free.
        destination.Slice(whole, scale).CopyTo(destination[(whole + 1)..]);
        destination[whole] = (byte)'.';
        return digits + 1;
    }

    /// <summary>Writes what stands before the digits of a number below one, and tells the length of it all.</summary>
    private static int WriteLeadingZeros(int scale, int whole, Span<byte> destination)
    {
        destination[..(2 - whole)].Fill((byte)'0');
        destination[1] = (byte)'.';
        return 2 + scale;
    }

    /// <summary>A decimal as it lies in memory, which is how interop hands it to native code: the DECIMAL of OLE Automation.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct DecimalBits
    {
        /// <summary>The sign in the highest bit, the scale in the third byte.</summary>
        public readonly int Flags;

        /// <summary>The upper 32 bits of the mantissa.</summary>
        public readonly uint High;

        /// <summary>The lower 64 bits of the mantissa.</summary>
        public readonly ulong Low;
    }
}

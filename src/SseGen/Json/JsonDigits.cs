using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SseGen.Json;

/// <summary>
/// Decimal digits, eight at a time: one 64-bit word holds a digit in each byte, the first one lowest, and three multiplications fill it.
/// </summary>
internal static class JsonDigits
{
    /// <summary>What <see cref="Write"/> may touch: the digits of the largest number.</summary>
    public const int Room = 20;

    /// <summary>What turns eight digits into eight ASCII characters.</summary>
    public const ulong Zeros = 0x3030_3030_3030_3030;

    private const uint EightDigitsEnd = 100_000_000;

    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819"u8
        + "2021222324252627282930313233343536373839"u8
        + "4041424344454647484950515253545556575859"u8
        + "6061626364656667686970717273747576777879"u8
        + "8081828384858687888990919293949596979899"u8;

    /// <summary>Writes a number without leading zeros, and tells its length.</summary>
    /// <param name="value">The number.</param>
    /// <param name="destination">At least <see cref="Room"/> bytes; what lies behind the number may be overwritten.</param>
    public static int Write(ulong value, Span<byte> destination)
    {
        if (value < EightDigitsEnd)
        {
            return WriteShort((uint)value, destination);
        }

        var high = value / EightDigitsEnd;
        var length = high < EightDigitsEnd ? WriteShort((uint)high, destination) : WriteLong(high, destination);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[length..], Eight((uint)(value - (high * EightDigitsEnd))) | Zeros);
        return length + 8;
    }

    /// <summary>The eight digits of a number below a hundred million, leading zeros among them, as numbers from 0 to 9.</summary>
    /// <remarks>
    /// Two halves of four digits, then four pairs, then eight single digits, each step on all of them at once; 10486 / 2²⁰ and 103 / 2¹⁰
    /// are a hundredth and a tenth, near enough for what they divide.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Eight(uint value)
    {
        var upper = value / 10_000;
        var halves = upper | ((ulong)(value - (upper * 10_000)) << 32);
        var hundreds = ((halves * 10_486) >> 20) & 0x0000_007F_0000_007F;
        var pairs = ((halves - (hundreds * 100)) << 16) + hundreds;
        var tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
        return ((pairs - (tens * 10)) << 8) + tens;
    }

    /// <summary>Two digits, as ASCII characters, of a number below a hundred.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Two(uint value)
    {
        Debug.Assert(value < 100, "not a number of two digits");
        return Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(Pairs), value * 2));
    }

    /// <summary>How many of <see cref="Eight"/>'s digits stand before the first one that is not zero, of a number that is not zero.</summary>
    public static int LeadingZeros(ulong eight) => BitOperations.TrailingZeroCount(eight) >> 3;

    private static int WriteShort(uint value, Span<byte> destination)
    {
        if (value < 10)
        {
            destination[0] = (byte)('0' + value);
            return 1;
        }

        var digits = Eight(value);
        var leading = LeadingZeros(digits);
        BinaryPrimitives.WriteUInt64LittleEndian(destination, (digits | Zeros) >> (leading * 8));
        return 8 - leading;
    }

    private static int WriteLong(ulong value, Span<byte> destination)
    {
        var high = value / EightDigitsEnd;
        var length = WriteShort((uint)high, destination);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[length..], Eight((uint)(value - (high * EightDigitsEnd))) | Zeros);
        return length + 8;
    }
}

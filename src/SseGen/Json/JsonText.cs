using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SseGen.Json;

/// <summary>The part of JSON text that is nearly all of it: ASCII.</summary>
internal static class JsonText
{
    private const char FirstPlain = ' ';
    private const char LastPlain = '~';

    /// <summary>
    /// Copies characters as bytes up to the first one that is not plain: not ASCII, or one that JSON or the encoder escapes. Checks
    /// and copies in one pass.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; what lies behind the copied part may be overwritten.</param>
    /// <returns>How many characters were copied.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CopyPlainAscii(ReadOnlySpan<char> source, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, source.Length);
        if (!Vector128.IsHardwareAccelerated || source.Length < Vector64<ushort>.Count)
        {
            return CopyScalar(source, destination, 0);
        }

        return source.Length <= Vector128<ushort>.Count ? CopyWord(source, destination)
            : source.Length < Vector128<byte>.Count ? CopyShort(source, destination)
            : CopyLong(source, destination);
    }

    /// <summary>Writes the escape of an ASCII character; returns its length, at most 6.</summary>
    public static int EscapeAscii(char value, Span<byte> destination)
    {
        var shortForm = value switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            _ => (byte)0,
        };
        if (shortForm != 0)
        {
            destination[1] = shortForm;
            destination[0] = (byte)'\\';
            return 2;
        }

        return JsonEscapes.Write(value, destination);
    }

    private static int CopyScalar(ReadOnlySpan<char> source, Span<byte> destination, int start)
    {
        for (var i = start; i < source.Length; i++)
        {
            var c = source[i];
            if (c is < FirstPlain or > LastPlain or '"' or '\\')
            {
                return i;
            }

            destination[i] = (byte)c;
        }

        return source.Length;
    }

    /// <summary>4 to 8 characters: two halves of a vector, of 4 each, that overlap.</summary>
    private static int CopyWord(ReadOnlySpan<char> source, Span<byte> destination)
    {
        ref var from = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(source));
        var last = (nuint)(source.Length - Vector64<ushort>.Count);
        var text = Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref from), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, last * sizeof(char))));
        if (AnyNotPlain(text.AsUInt16()))
        {
            return CopyScalar(source, destination, 0);
        }

        ref var to = ref MemoryMarshal.GetReference(destination);
        var narrow = Vector128.Narrow(text.AsUInt16(), text.AsUInt16()).AsUInt32();
        Unsafe.WriteUnaligned(ref to, narrow.ToScalar());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, last), narrow.GetElement(1));
        return source.Length;
    }

    /// <summary>9 to 15 characters: two vectors of 8 that overlap.</summary>
    private static int CopyShort(ReadOnlySpan<char> source, Span<byte> destination)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(source));
        var last = (nuint)(source.Length - Vector128<ushort>.Count);
        var head = Vector128.LoadUnsafe(ref from);
        var tail = Vector128.LoadUnsafe(ref from, last);
        if (AnyNotPlain(head) || AnyNotPlain(tail))
        {
            return CopyScalar(source, destination, 0);
        }

        ref var to = ref MemoryMarshal.GetReference(destination);
        Narrow(head, ref to, 0);
        Narrow(tail, ref to, last);
        return source.Length;
    }

    /// <summary>
    /// 16 characters at a time, or 32 where the processor has it; the last vector overlaps the one before. What is no byte becomes 0xFF,
    /// which is not plain either.
    /// </summary>
    private static int CopyLong(ReadOnlySpan<char> source, Span<byte> destination)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(source));
        ref var to = ref MemoryMarshal.GetReference(destination);
        var i = 0;
        if (Vector256.IsHardwareAccelerated && source.Length >= Vector256<byte>.Count)
        {
            for (; i <= source.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
            {
                var bytes = Vector256.NarrowWithSaturation(
                    Vector256.LoadUnsafe(ref from, (nuint)i), Vector256.LoadUnsafe(ref from, (nuint)(i + Vector256<ushort>.Count)));
                if (AnyNotPlain(bytes))
                {
                    return CopyScalar(source, destination, i);
                }

                bytes.StoreUnsafe(ref to, (nuint)i);
            }

            if (i == source.Length)
            {
                return i;
            }
        }

        var last = source.Length - Vector128<byte>.Count;
        for (i = Math.Min(i, last); ; i = Math.Min(i + Vector128<byte>.Count, last))
        {
            var bytes = Vector128.NarrowWithSaturation(
                Vector128.LoadUnsafe(ref from, (nuint)i), Vector128.LoadUnsafe(ref from, (nuint)(i + Vector128<ushort>.Count)));
            if (AnyNotPlain(bytes))
            {
                return CopyScalar(source, destination, i);
            }

            bytes.StoreUnsafe(ref to, (nuint)i);
            if (i == last)
            {
                return source.Length;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AnyNotPlain(Vector128<byte> text) =>
        (Vector128.GreaterThan(text - Vector128.Create((byte)FirstPlain), Vector128.Create((byte)(LastPlain - FirstPlain)))
            | Vector128.Equals(text, Vector128.Create((byte)'"'))
            | Vector128.Equals(text, Vector128.Create((byte)'\\'))) != Vector128<byte>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AnyNotPlain(Vector256<byte> text) =>
        (Vector256.GreaterThan(text - Vector256.Create((byte)FirstPlain), Vector256.Create((byte)(LastPlain - FirstPlain)))
            | Vector256.Equals(text, Vector256.Create((byte)'"'))
            | Vector256.Equals(text, Vector256.Create((byte)'\\'))) != Vector256<byte>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> NotPlain(Vector128<ushort> text) =>
        Vector128.GreaterThan(text - Vector128.Create((ushort)FirstPlain), Vector128.Create((ushort)(LastPlain - FirstPlain)))
        | Vector128.Equals(text, Vector128.Create((ushort)'"'))
        | Vector128.Equals(text, Vector128.Create((ushort)'\\'));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AnyNotPlain(Vector128<ushort> text) => NotPlain(text) != Vector128<ushort>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Narrow(Vector128<ushort> text, ref byte destination, nuint offset) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, offset), Vector128.Narrow(text, text).AsUInt64().ToScalar());
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using SseGen.Json;

namespace SseGen.Framing;

/// <summary>Dates and times as JSON strings, in the ISO 8601 profile of System.Text.Json: no zeros at the end of a fraction.</summary>
public ref partial struct Utf8EventWriter
{
    private const int LongestDate = 40; // quotes, 2026-11-22T09:30:00.0000000 with a digit to spare, and +00:00
    private const int LongestTimeSpan = 26; // -10675199.02:48:05.4775808
    private const int DateLength = 10; // 2026-11-22
    private const int SecondsLength = 19; // 2026-11-22T09:30:00

    /// <summary>Writes a date and time, with <c>Z</c> or the offset as its kind demands.</summary>
    public void WriteDateTime(DateTime value)
    {
        var destination = Reserve(LongestDate);
        var end = 1 + WriteDateAndTime(value, destination[1..]);
        if (value.Kind == DateTimeKind.Utc)
        {
            destination[end++] = (byte)'Z';
        }
        else if (value.Kind == DateTimeKind.Local)
        {
            end += WriteOffset((int)(TimeZoneInfo.Local.GetUtcOffset(value).Ticks / TimeSpan.TicksPerMinute), destination[end..]);
        }

        Quote(destination, end - 1);
    }

    /// <summary>Writes a date and time with its offset.</summary>
    public void WriteDateTime(DateTimeOffset value)
    {
        var destination = Reserve(LongestDate);
        var end = 1 + WriteDateAndTime(value.DateTime, destination[1..]);
        end += WriteOffset(value.TotalOffsetMinutes, destination[end..]);
        Quote(destination, end - 1);
    }

    /// <summary>Writes a date: <c>"2026-11-22"</c>.</summary>
    public void WriteDate(DateOnly value)
    {
        var destination = Reserve(DateLength + 2);
        var (year, month, day) = value;
        BinaryPrimitives.WriteUInt64LittleEndian(destination[1..], YearAndMonth(year, month));
        BinaryPrimitives.WriteUInt16LittleEndian(destination[9..], (ushort)JsonDigits.Two((uint)day));
        Quote(destination, DateLength);
    }

    /// <summary>Writes a time of day: <c>"09:30:00"</c>, with seven decimal places if there is a fraction.</summary>
    public void WriteTime(TimeOnly value) => WriteTimeSpan(value.ToTimeSpan());

    /// <summary>Writes a duration in the constant format: <c>"1.02:03:04.0050000"</c>.</summary>
    public void WriteTimeSpan(TimeSpan value)
    {
        var destination = Reserve(LongestTimeSpan + 2);
        _ = Utf8Formatter.TryFormat(value, destination[1..], out var length, new('c'));
        Quote(destination, length);
    }

    /// <summary>Writes <c>2026-11-22T09:30:00.123</c>, in words of eight characters.</summary>
    private static int WriteDateAndTime(DateTime value, Span<byte> destination)
    {
        destination = destination[..(SecondsLength + 1 + 8)];
        var (year, month, day) = value;
        var ticks = value.TimeOfDay.Ticks;
        var seconds = (uint)(ticks / TimeSpan.TicksPerSecond);
        var fraction = (uint)(ticks - (seconds * TimeSpan.TicksPerSecond));
        var minutes = seconds / 60;
        var hours = minutes / 60;

        const ulong TimeMarks = ((ulong)'T' << 16) | ((ulong)':' << 40);
        BinaryPrimitives.WriteUInt64LittleEndian(destination, YearAndMonth(year, month));
        BinaryPrimitives.WriteUInt64LittleEndian(
            destination[8..],
            JsonDigits.Two((uint)day) | (JsonDigits.Two(hours) << 24) | (JsonDigits.Two(minutes - (hours * 60)) << 48) | TimeMarks);
        destination[16] = (byte)':';
        BinaryPrimitives.WriteUInt16LittleEndian(destination[17..], (ushort)JsonDigits.Two(seconds - (minutes * 60)));
        return fraction == 0 ? SecondsLength : WriteFraction(fraction, destination);
    }

    /// <summary>Writes the seven places of a fraction but for the zeros at its end.</summary>
    private static int WriteFraction(uint fraction, Span<byte> destination)
    {
        var digits = JsonDigits.Eight(fraction * 10);
        destination[SecondsLength] = (byte)'.';
        BinaryPrimitives.WriteUInt64LittleEndian(destination[(SecondsLength + 1)..], digits | JsonDigits.Zeros);
        return SecondsLength + 1 + 8 - (BitOperations.LeadingZeroCount(digits) >> 3);
    }

    /// <summary>The characters <c>2026-11-</c>.</summary>
    private static ulong YearAndMonth(int year, int month)
    {
        const ulong Hyphens = ((ulong)'-' << 32) | ((ulong)'-' << 56);
        var century = (uint)year / 100;
        return JsonDigits.Two(century) | (JsonDigits.Two((uint)year - (century * 100)) << 16) | (JsonDigits.Two((uint)month) << 40) | Hyphens;
    }

    /// <summary>Writes <c>+00:00</c>.</summary>
    private static int WriteOffset(int offsetMinutes, Span<byte> destination)
    {
        var absolute = (uint)Math.Abs(offsetMinutes);
        var hours = absolute / 60;
        destination[0] = (byte)(offsetMinutes < 0 ? '-' : '+');
        BinaryPrimitives.WriteUInt16LittleEndian(destination[1..], (ushort)JsonDigits.Two(hours));
        destination[3] = (byte)':';
        BinaryPrimitives.WriteUInt16LittleEndian(destination[4..], (ushort)JsonDigits.Two(absolute - (hours * 60)));
        return 6;
    }

    /// <summary>Puts quotes around <paramref name="length"/> bytes that begin at index 1.</summary>
    private void Quote(Span<byte> destination, int length)
    {
        destination[length + 1] = (byte)'"';
        destination[0] = (byte)'"';
        _position += length + 2;
    }
}

using System.Buffers.Text;
using System.Globalization;

namespace SseGen.Framing;

/// <summary>Dates and times as JSON strings, in the ISO 8601 profile of System.Text.Json: no zeros at the end of a fraction.</summary>
public ref partial struct Utf8EventWriter
{
    private const int LongestRoundTripDate = 33; // 2026-11-22T09:30:00.0000000+00:00
    private const int LongestTimeSpan = 26; // -10675199.02:48:05.4775808
    private const int DateLength = 10; // 2026-11-22
    private const int FractionStart = 19; // the point behind 2026-11-22T09:30:00
    private const int FractionEnd = FractionStart + 1 + 7;

    /// <summary>Writes a date and time, with <c>Z</c> or the offset as its kind demands.</summary>
    public void WriteDateTime(DateTime value)
    {
        var destination = Reserve(LongestRoundTripDate + 2);
        _ = Utf8Formatter.TryFormat(value, destination[1..], out var length, new('O'));
        EndDate(destination, length);
    }

    /// <summary>Writes a date and time with its offset.</summary>
    public void WriteDateTime(DateTimeOffset value)
    {
        var destination = Reserve(LongestRoundTripDate + 2);
        _ = Utf8Formatter.TryFormat(value, destination[1..], out var length, new('O'));
        EndDate(destination, length);
    }

    /// <summary>Writes a date: <c>"2026-11-22"</c>.</summary>
    public void WriteDate(DateOnly value)
    {
        var destination = Reserve(DateLength + 2);
        _ = value.TryFormat(destination[1..], out var length, "O", CultureInfo.InvariantCulture);
        Quote(destination, length);
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

    /// <summary>Closes up the zeros that end the fraction of a round-trip date, and puts it in quotes.</summary>
    private void EndDate(Span<byte> destination, int length)
    {
        var date = destination.Slice(1, length);
        var end = FractionEnd;
        while (date[end - 1] == '0')
        {
            end--;
        }

        if (end == FractionStart + 1)
        {
            end = FractionStart; // nothing but zeros: the point goes, too
        }

        if (end < FractionEnd)
        {
            date[FractionEnd..].CopyTo(date[end..]);
            length -= FractionEnd - end;
        }

        Quote(destination, length);
    }

    /// <summary>Puts quotes around <paramref name="length"/> bytes that begin at index 1.</summary>
    private void Quote(Span<byte> destination, int length)
    {
        destination[length + 1] = (byte)'"';
        destination[0] = (byte)'"';
        _position += length + 2;
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using SseGen.Tests.Framing;

namespace SseGen.Tests.Json;

/// <summary>System.Text.Json under ASP.NET Core's options is the oracle.</summary>
public sealed class JsonScalarTests
{
    private static readonly JsonSerializerOptions s_options = new Microsoft.AspNetCore.Http.Json.JsonOptions().SerializerOptions;

    [Fact]
    public void Integers_of_32_bits() => Gen.Int.Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteNumber(v))));

    [Fact]
    public void Unsigned_integers_of_32_bits() => Gen.UInt.Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteNumber(v))));

    [Fact]
    public void Integers_of_64_bits() => Gen.Long.Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteNumber(v))));

    [Fact]
    public void Unsigned_integers_of_64_bits() => Gen.ULong.Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteNumber(v))));

    [Fact]
    public void Integers_of_128_bits() => Gen.Select(Gen.ULong, Gen.ULong).Sample((high, low) =>
    {
        var signed = new Int128(high, low);
        Same(signed, EventText.BytesOf((ref w) => w.WriteNumber(signed)));
        var unsigned = new UInt128(high, low);
        Same(unsigned, EventText.BytesOf((ref w) => w.WriteNumber(unsigned)));
    });

    [Fact]
    public void Extremes_of_the_integers()
    {
        Same(int.MinValue, EventText.BytesOf((ref w) => w.WriteNumber(int.MinValue)));
        Same(long.MinValue, EventText.BytesOf((ref w) => w.WriteNumber(long.MinValue)));
        Same(ulong.MaxValue, EventText.BytesOf((ref w) => w.WriteNumber(ulong.MaxValue)));
        Same(Int128.MinValue, EventText.BytesOf((ref w) => w.WriteNumber(Int128.MinValue)));
        Same(UInt128.MaxValue, EventText.BytesOf((ref w) => w.WriteNumber(UInt128.MaxValue)));
    }

    [Fact]
    public void Decimals_keep_their_zeros() => Gen.OneOf(
            Gen.Decimal,
            Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28], (a, b, c, sign, scale) => new decimal(a, b, c, sign, scale)),
            Gen.Select(Gen.Int, Gen.Bool, Gen.Byte[0, 28], (a, sign, scale) => new decimal(a, 0, 0, sign, scale)),
            Gen.Select(Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28], (a, b, sign, scale) => new decimal(a, b, 0, sign, scale)),
            Gen.OneOf(0m, -0m, 0.00m, -0.0m, 1.10m, decimal.MinValue, decimal.MaxValue, new decimal(0, 0, 0, true, 28), new decimal(1, 0, 0, true, 28), new decimal(99_999_999, 0, 0, true, 28), 0.1m, 100m, -0.001m))
        .Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteNumber(v))));

    [Fact]
    public void Doubles() => Gen.OneOf(
            Gen.Double,
            Gen.OneOf(0d, -0d, 1d, 1e15, 1e16, 1e17, 1e-5, double.Epsilon, double.MinValue, double.MaxValue, 0.1, 1 / 3d, -5e-324))
        .Where(double.IsFinite)
        .Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteNumber(v))));

    [Fact]
    public void Floats() => Gen.OneOf(Gen.Float, Gen.OneOf(0f, -0f, 1e8f, 1e-5f, float.Epsilon, float.MinValue, float.MaxValue))
        .Where(float.IsFinite)
        .Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteNumber(v))));

    [Fact]
    public void Every_half()
    {
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var half = BitConverter.UInt16BitsToHalf((ushort)bits);
            if (Half.IsFinite(half))
            {
                Same(half, EventText.BytesOf((ref w) => w.WriteNumber(half)));
            }
        }
    }

    [Fact]
    public void What_is_not_a_number_is_refused_as_System_Text_Json_refuses_it()
    {
        foreach (var value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.Throws<ArgumentException>(() => EventText.BytesOf((ref w) => w.WriteNumber(value)));
            Assert.Throws<ArgumentException>(() => EventText.BytesOf((ref w) => w.WriteNumber((float)value)));
            Assert.Throws<ArgumentException>(() => EventText.BytesOf((ref w) => w.WriteNumber((Half)value)));
        }
    }

    [Fact]
    public void What_is_not_a_number_is_named_when_the_member_allows_it()
    {
        var names = new JsonSerializerOptions(s_options) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
        var strings = new JsonSerializerOptions(s_options) { NumberHandling = JsonNumberHandling.WriteAsString };
        foreach (var value in new[] { 1.5, 0, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Same(value, EventText.BytesOf((ref w) => w.WriteNumberOrName(value)), names);
            Same((float)value, EventText.BytesOf((ref w) => w.WriteNumberOrName((float)value)), names);
            Same((Half)value, EventText.BytesOf((ref w) => w.WriteNumberOrName((Half)value)), names);
            Same(value, EventText.BytesOf((ref w) => w.WriteNumberAsString(value)), strings);
            Same((float)value, EventText.BytesOf((ref w) => w.WriteNumberAsString((float)value)), strings);
            Same((Half)value, EventText.BytesOf((ref w) => w.WriteNumberAsString((Half)value)), strings);
        }
    }

    [Fact]
    public void Dates_and_times_of_each_kind() => Gen.Select(Ticks, Gen.Enum<DateTimeKind>()).Sample((ticks, kind) =>
    {
        var dateTime = new DateTime(ticks, kind);
        Same(dateTime, EventText.BytesOf((ref w) => w.WriteDateTime(dateTime)));
        var date = DateOnly.FromDateTime(dateTime);
        Same(date, EventText.BytesOf((ref w) => w.WriteDate(date)));
        var time = TimeOnly.FromDateTime(dateTime);
        Same(time, EventText.BytesOf((ref w) => w.WriteTime(time)));
    });

    [Fact]
    public void Dates_and_times_with_an_offset() => Gen.Select(Ticks, Gen.Int[-14 * 60, 14 * 60]).Sample((ticks, offset) =>
    {
        var clamped = Math.Clamp(ticks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        var value = new DateTimeOffset(clamped, TimeSpan.FromMinutes(offset));
        Same(value, EventText.BytesOf((ref w) => w.WriteDateTime(value)));
    });

    [Fact]
    public void Durations() => Gen.OneOf(Gen.Long, Gen.Long[-1000, 1000].Select(s => s * TimeSpan.TicksPerSecond), Gen.Const(long.MinValue))
        .Select(TimeSpan.FromTicks)
        .Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteTimeSpan(v))));

    [Fact]
    public void Guids() => Gen.Guid.Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteGuid(v))));

    [Fact]
    public void Bytes() => Gen.Byte.Array[0, 100].Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteBase64(v))));

    [Fact]
    public void Booleans_and_nulls()
    {
        Same(true, EventText.BytesOf((ref w) => w.WriteBoolean(true)));
        Same(false, EventText.BytesOf((ref w) => w.WriteBoolean(false)));
        Same<string?>(null, EventText.BytesOf((ref w) => w.WriteString((string?)null)));
        Same<byte[]?>(null, EventText.BytesOf((ref w) => w.WriteBase64((byte[]?)null)));
        Same<Uri?>(null, EventText.BytesOf((ref w) => w.WriteUri(null)));
        Same<Version?>(null, EventText.BytesOf((ref w) => w.WriteVersion(null)));
    }

    [Theory]
    [InlineData("http://example.org/ö?q=<a&b>\"")]
    [InlineData("../relative path/\U0001F600")]
    public void Addresses(string text)
    {
        var uri = new Uri(text, UriKind.RelativeOrAbsolute);
        Same(uri, EventText.BytesOf((ref w) => w.WriteUri(uri)));
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("2147483647.2147483647.2147483647.2147483647")]
    public void Versions(string text)
    {
        var version = Version.Parse(text);
        Same(version, EventText.BytesOf((ref w) => w.WriteVersion(version)));
    }

    [Fact]
    public void Characters() => Gen.Char.Sample(v => Same(v, EventText.BytesOf((ref w) => w.WriteString(v))));

    private static Gen<long> Ticks => Gen.OneOf(
        Gen.Long[0, DateTime.MaxValue.Ticks],
        Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond].Select(s => s * TimeSpan.TicksPerSecond),
        Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMillisecond].Select(s => s * TimeSpan.TicksPerMillisecond),
        Gen.OneOf(0, DateTime.MaxValue.Ticks));

    private static void Same<T>(T value, byte[] actual, JsonSerializerOptions? options = null) => Assert.Equal(
        JsonSerializer.Serialize(value, options ?? s_options),
        Encoding.UTF8.GetString(actual));
}

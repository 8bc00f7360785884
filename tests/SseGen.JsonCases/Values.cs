using System.Globalization;

namespace SseGen.JsonCases;

/// <summary>
/// Where the values in payloads come from. This one is deterministic, so that two processes make the same; a test replaces it by one that
/// draws from a property testing library.
/// </summary>
public class Values(ulong seed)
{
    private static readonly ulong[] s_corners =
        [0, 1, 9, 10, 99, 100, 127, 128, 255, 256, 32767, 32768, 65535, int.MaxValue, 0x80000000, uint.MaxValue, long.MaxValue, 1UL << 63, ulong.MaxValue];

    private static readonly double[] s_doubles =
        [0, -0d, 1, -1, 0.1, 1e15, 1e16, 1e17, 1e-5, 123456.789, double.Epsilon, double.MaxValue, double.MinValue, 1 / 3d];

    private static readonly decimal[] s_decimals =
        [0m, new decimal(0, 0, 0, true, 2), 1.10m, -0.001m, decimal.MaxValue, decimal.MinValue, 100m, 12345678901234567890.12m];

    private static readonly string[] s_strings =
    [
        "", "plain", "with \"quotes\" and \\ backslash", "line\nbreak\r\n\ttab", "\0\u0001\u001f\u007f\u0080", "größer als 取引", "\u2028\u2029\u0085",
        "\U0001F600 emoji", "\ud83d", "\ude00 lone", "<script>&'+/</script>", "exactly 16 chars", "seventeen letters", "a text of more than thirty-two characters, all plain",
        "thirty-one plain characters and\"",
    ];

    private ulong _state = (seed * 0x9E3779B97F4A7C15) + 1;

    /// <summary>Makes the values of a seed.</summary>
    public static Func<ulong, Values> Of { get; set; } = static seed => new Values(seed);

    /// <summary>Any bits, with a liking for those at which something changes.</summary>
    public virtual ulong Bits()
    {
        var next = Next();
        return next % 3 == 0 ? s_corners[next / 3 % (ulong)s_corners.Length] : Next() >> (int)(next % 64);
    }

    public virtual double Double() => Next() % 2 == 0 ? Pick(s_doubles) : (long)Next() / (double)(1 + (Next() % 1_000_000));

    public virtual decimal Decimal() => Next() % 2 == 0
        ? Pick(s_decimals)
        : new decimal((int)Next(), Next() % 2 == 0 ? 0 : (int)Next(), Next() % 4 == 0 ? (int)Next() : 0, Next() % 2 == 0, (byte)(Next() % 29));

    public virtual string String() => Next() % 2 == 0 ? Pick(s_strings) : Pick(s_strings) + Pick(s_strings) + Next().ToString("x", CultureInfo.InvariantCulture);

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    public virtual int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Bool() => Below(2) == 0;

    public sbyte SByte() => (sbyte)Bits();

    public byte Byte() => (byte)Bits();

    public short Short() => (short)Bits();

    public ushort UShort() => (ushort)Bits();

    public int Int() => (int)Bits();

    public uint UInt() => (uint)Bits();

    public long Long() => (long)Bits();

    public Int128 Int128() => new(Bits(), Bits());

    public UInt128 UInt128() => new(Bits(), Bits());

    public float Float() => Finite((float)Double());

    public Half Half() => BitConverter.UInt16BitsToHalf((ushort)(Bits() & 0xBBFF));

    public char Char() => String() is [.., var last] ? last : (char)UShort();

    public DateTime DateTime() => new(Ticks(), (DateTimeKind)Below(3));

    public DateTimeOffset DateTimeOffset() =>
        new(Math.Clamp(Ticks(), System.TimeSpan.TicksPerDay, System.DateTime.MaxValue.Ticks - System.TimeSpan.TicksPerDay), System.TimeSpan.FromMinutes(Below(1681) - 840));

    public DateOnly DateOnly() => System.DateOnly.FromDateTime(DateTime());

    public TimeOnly TimeOnly() => System.TimeOnly.FromDateTime(DateTime());

    public TimeSpan TimeSpan() => System.TimeSpan.FromTicks(Long());

    public Guid Guid() => new(UInt(), UShort(), UShort(), Byte(), Byte(), Byte(), Byte(), Byte(), Byte(), Byte(), Byte());

    public Uri Uri() => new("http://example.org/" + System.Uri.EscapeDataString(Int().ToString(CultureInfo.InvariantCulture)) + "/ö?q=<a>&b", UriKind.Absolute);

    public Version Version() => Bool() ? new Version(Byte(), Byte()) : new Version(Byte(), Byte(), UShort(), UShort());

    public byte[] Bytes() => Array(Byte);

    public T Enum<T>()
        where T : struct, System.Enum => Below(4) == 0 ? (T)System.Enum.ToObject(typeof(T), Below(20)) : Pick(System.Enum.GetValues<T>());

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    public T[] Array<T>(Func<T> next)
    {
        var items = new T[Below(4)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = next();
        }

        return items;
    }

    public List<T> List<T>(Func<T> next) => [.. Array(next)];

    /// <summary>A value or none.</summary>
    public T? Maybe<T>(Func<T> next)
        where T : struct => Bool() ? next() : null;

    /// <summary>An object or none.</summary>
    public T? MaybeNull<T>(Func<T> next)
        where T : class => Bool() ? next() : null;

    public Dictionary<TKey, TValue> Map<TKey, TValue>(Func<TKey> key, Func<TValue> value)
        where TKey : notnull
    {
        var map = new Dictionary<TKey, TValue>();
        for (var i = Below(4); i > 0; i--)
        {
            map[key()] = value();
        }

        return map;
    }

    private static float Finite(float value) => float.IsFinite(value) ? value : float.MaxValue;

    private long Ticks()
    {
        var ticks = (long)(Bits() % (ulong)System.DateTime.MaxValue.Ticks);
        return Below(3) switch
        {
            0 => ticks,
            1 => ticks - (ticks % System.TimeSpan.TicksPerSecond),
            _ => ticks - (ticks % System.TimeSpan.TicksPerMillisecond),
        };
    }

    private ulong Next()
    {
        // SplitMix64.
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SseGen.OpenApi.App;

/// <summary>A trade, with a member of every kind that a schema tells apart.</summary>
public sealed record Trade(
    [property: EventId] long Sequence,
    string Symbol,
    decimal Price,
    DateTimeOffset At,
    string? Note,
    Side Side,
    Venue? Venue,
    List<Leg> Legs,
    IReadOnlyDictionary<string, int> Tags,
    int Depth = 5)
{
    [Range(1, 9)]
    [Description("How it compares.")]
    public int Rank { get; set; }

    [JsonPropertyName("extra-text")]
    public required string Extra { get; init; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long Big { get; init; }

    [StringLength(20)]
    public string? Remark { get; init; }

    [JsonIgnore]
    public string Hidden => Symbol + Note;
}

/// <summary>A type that contains itself.</summary>
public sealed record Leg(int Size, Leg? Next);

public enum Side
{
    Buy,
    Sell,
}

[JsonConverter(typeof(JsonStringEnumConverter<Venue>))]
public enum Venue
{
    Paris,
    London,
}

/// <summary>Every scalar.</summary>
public sealed class Scalars
{
    public bool Boolean { get; init; }

    public byte Byte { get; init; }

    public sbyte SByte { get; init; }

    public short Int16 { get; init; }

    public ushort UInt16 { get; init; }

    public uint UInt32 { get; init; }

    public ulong UInt64 { get; init; }

    public Int128 Int128 { get; init; }

    public float Single { get; init; }

    public double? Double { get; init; }

    public Half Half { get; init; }

    public char Char { get; init; }

    public DateTime DateTime { get; init; }

    public DateOnly? Date { get; init; }

    public TimeOnly Time { get; init; }

    public TimeSpan TimeSpan { get; init; }

    public Guid Guid { get; init; }

    public Uri? Uri { get; init; }

    public Version Version { get; init; } = new();

    public byte[] Bytes { get; init; } = [];

    public Memory<byte> Memory { get; init; }

    public JsonElement Element { get; init; }

    public JsonObject? Node { get; init; }

    public int[][] Numbers { get; init; } = [];

    public ImmutableArray<string> Words { get; init; } = [];

    public IEnumerable<Guid>? Guids { get; init; }

    public Dictionary<string, Leg?> Named { get; init; } = [];

    public Celsius Temperature { get; init; }
}

/// <summary>A value with a converter, of which a schema knows nothing.</summary>
[JsonConverter(typeof(CelsiusConverter))]
public readonly record struct Celsius(double Degrees);

public sealed class CelsiusConverter : JsonConverter<Celsius>
{
    public override Celsius Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Celsius value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Degrees);
    }
}

/// <summary>A union by discriminator, each case an event of its own.</summary>
[JsonDerivedType(typeof(Created), "created")]
[JsonDerivedType(typeof(Deleted), "deleted")]
public abstract record Change(int Id);

[EventType("item-created")]
public sealed record Created(int Id, string Name) : Change(Id);

[EventType("item-deleted")]
public sealed record Deleted(int Id) : Change(Id);

/// <summary>A union by event type alone.</summary>
public abstract record Signal;

[EventType("started")]
public sealed record Started(DateTime At) : Signal;

[EventType("stopped")]
public sealed record Stopped(string? Reason) : Signal;

/// <summary>A type that is made from text.</summary>
public readonly record struct Code(string Value)
{
    public static bool TryParse(string text, out Code code)
    {
        code = new Code(text);
        return true;
    }
}

/// <summary>Parameters in an object.</summary>
public sealed class Paging
{
    [Description("The page, from 1 on.")]
    public int Page { get; set; }

    public int? Size { get; set; }
}

/// <summary>A service that a handler takes.</summary>
public sealed class Desk;

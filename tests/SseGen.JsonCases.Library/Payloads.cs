using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Library;

public interface INumbered
{
    int Number { get; }
}

/// <summary>All that it has to say can be seen from another project.</summary>
public class Shipped<T>
{
    public T? Value { get; set; }

    [JsonInclude]
    protected internal int Weight { get; set; } = 3;

    [JsonInclude]
    protected int Height = 4;

    /// <summary>Implements an interface for a class that derives from this one, and is virtual for that.</summary>
    public int Number { get; set; } = 5;

    public int Area() => Weight * Height;
}

public class ShippedByNumber : Shipped<string>, INumbered;

/// <summary>Reflection finds what the compiler of another project does not.</summary>
public class Secretive
{
    public int Open { get; set; } = 1;

    [JsonInclude]
    private int Private { get; set; } = 2;

    [JsonInclude]
    internal string Internal { get; set; } = "internal";

    public int Sum() => Private + Internal.Length;
}

/// <summary>Another, of a field that only the base has.</summary>
public class SecretiveField
{
    [JsonInclude]
    private readonly int _field = 3;

    public int Twice() => _field * 2;
}

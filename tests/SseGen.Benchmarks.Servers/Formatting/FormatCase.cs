namespace SseGen.Benchmarks.Formatting;

/// <summary>One payload, formatted in one way, into memory that is there already.</summary>
public abstract class FormatCase
{
    /// <summary>What is formatted: <c>tick</c>, <c>order</c>, …</summary>
    public required string Payload { get; init; }

    /// <summary>Who formats it: <c>ssegen</c>, <c>inbox</c>, …</summary>
    public required string Subject { get; init; }

    /// <summary>Formats <paramref name="count"/> events, one after the other.</summary>
    public abstract void Run(int count);

    /// <summary>One event as it goes over the wire.</summary>
    public abstract byte[] OneEvent();

    public override string ToString() => $"{Payload}/{Subject}";
}

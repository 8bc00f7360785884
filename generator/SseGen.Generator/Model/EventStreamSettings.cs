namespace SseGen.Generator.Model;

/// <summary>The arguments of an <c>[EventStream]</c>.</summary>
internal sealed record EventStreamSettings
{
    public required string Pattern { get; init; }

    /// <summary><c>GET</c> or <c>POST</c>.</summary>
    public required string HttpMethod { get; init; }

    /// <summary>The constant <c>event:</c> field.</summary>
    public required string? EventType { get; init; }

    /// <summary>The endpoint's name.</summary>
    public required string? Name { get; init; }

    /// <summary>The named arguments as the user gave them, each as C#: <c>EventType = "trade"</c>.</summary>
    public required EquatableArray<string> NamedArguments { get; init; }
}

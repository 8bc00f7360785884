namespace SseGen.Generator.Model;

/// <summary>The documentation comment of a handler, as text without markup.</summary>
internal sealed record DocumentationSpec
{
    public required string? Summary { get; init; }

    public required string? Remarks { get; init; }
}

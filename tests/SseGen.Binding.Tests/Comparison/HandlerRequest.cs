namespace SseGen.Binding.Tests;

/// <summary>A request to a handler: sent to the event stream, and to the same method under <c>MapGet</c> or <c>MapPost</c>.</summary>
public sealed record HandlerRequest(string Method, string Uri)
{
    public (string Name, string Value)[] Headers { get; init; } = [];

    public string? Body { get; init; }

    public string? ContentType { get; init; }

    public override string ToString() => string.Join(
        " | ",
        new[] { $"{Method} {Uri}", string.Join(' ', Headers.Select(header => $"{header.Name}: {header.Value}")), ContentType, Body?.ReplaceLineEndings("\\n") }
            .Where(part => !string.IsNullOrEmpty(part)));
}

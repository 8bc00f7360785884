namespace SseGen.Benchmarks.Payloads;

/// <summary>A small message of plain ASCII text.</summary>
public sealed record ChatMessage(string Author, string Text, DateTimeOffset SentAt);

namespace SseGen.Benchmarks.Payloads;

/// <summary>What a server says when it has published what it was told to.</summary>
public sealed record PublishReport(long Published, double Seconds);

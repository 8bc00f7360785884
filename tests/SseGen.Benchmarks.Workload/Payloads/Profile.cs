namespace SseGen.Benchmarks.Payloads;

/// <summary>Text outside of ASCII: Latin, Cyrillic, Chinese, emoji.</summary>
public sealed record Profile(string Name, string City, string Motto, string Biography);

namespace SseGen.Benchmarks.Payloads;

/// <summary>The baseline payload: one price of one symbol, about 110 bytes as an event.</summary>
/// <param name="Symbol">What is traded.</param>
/// <param name="Price">For one unit.</param>
/// <param name="Volume">Units traded.</param>
/// <param name="At">When, with offset.</param>
/// <param name="Ts"><see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> of the publisher, from which a client on the same machine gets the latency.</param>
public readonly record struct Tick(string Symbol, decimal Price, long Volume, DateTimeOffset At, long Ts);

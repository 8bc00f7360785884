namespace SseGen.Benchmarks.Results;

/// <summary>One quantity of one subject in one scenario: a value for each round, in the order of the rounds.</summary>
/// <param name="Suite">The sub-command that measured it.</param>
/// <param name="Scenario">What was done: <c>tick, HTTP/1.1, JIT</c>.</param>
/// <param name="Subject">Who did it: <c>ssegen</c>, <c>inbox</c>, …</param>
/// <param name="Metric">What was measured: <c>processor time</c>.</param>
/// <param name="Unit">In what: <c>µs/event</c>.</param>
/// <param name="Samples">A value for each round. Round n of all subjects of a scenario ran side by side.</param>
internal sealed record Series(string Suite, string Scenario, string Subject, string Metric, string Unit, IReadOnlyList<double> Samples)
{
    public double Median => Spread.Of(Samples).Median;
}

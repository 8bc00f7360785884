namespace SseGen.Benchmarks.Results;

/// <summary>When and where a suite was run.</summary>
internal sealed record SuiteRun(string Suite, DateTime FinishedAt, int Rounds, bool IsQuick, string Machine);

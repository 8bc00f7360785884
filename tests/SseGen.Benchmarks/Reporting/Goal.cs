using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Reporting;

/// <summary>Something that the project has set itself: a figure of a subject, or its ratio to a reference's, must not exceed a limit.</summary>
internal sealed record Goal
{
    /// <summary>In words.</summary>
    public required string Text { get; init; }

    public required string Suite { get; init; }

    public required string Scenario { get; init; }

    public required string Metric { get; init; }

    public string Subject { get; init; } = "ssegen";

    /// <summary>Whose figure the subject's is divided by; <see langword="null"/> for the figure itself.</summary>
    public string? Reference { get; init; }

    public required double Limit { get; init; }

    /// <summary>Why it is missed where it is: what a profile has shown, and what would have to change.</summary>
    public string? Cause { get; init; }

    /// <summary>Whether the median of what was measured is within the limit; <see langword="null"/> when nothing has been measured.</summary>
    public bool? IsMet(ResultsFile results) => Measured(results) is { } measured ? measured.Median <= Limit : null;

    /// <summary>Median and spread of what was measured; <see langword="null"/> when it has not been.</summary>
    public Spread? Measured(ResultsFile results)
    {
        var subject = Find(results, Subject);
        if (Reference is null)
        {
            return subject is null ? null : Spread.Of(subject.Samples);
        }

        return subject is not null && Find(results, Reference) is { } reference ? Spread.OfRatio(subject, reference) : null;
    }

    private Series? Find(ResultsFile results, string subject) => results.Series.FirstOrDefault(one =>
        one.Suite == Suite && one.Scenario == Scenario && one.Metric == Metric && one.Subject == subject);
}

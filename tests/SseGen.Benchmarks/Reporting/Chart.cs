namespace SseGen.Benchmarks.Reporting;

/// <summary>What a bar chart shows: groups of bars, one bar for each subject.</summary>
internal sealed record Chart
{
    public required string FileName { get; init; }

    public required string Title { get; init; }

    public required string Unit { get; init; }

    public required IReadOnlyList<ChartGroup> Groups { get; init; }
}

/// <summary>Bars that belong together: a scenario.</summary>
internal sealed record ChartGroup(string Title, IReadOnlyList<ChartBar> Bars);

/// <summary>One bar.</summary>
internal sealed record ChartBar(string Subject, double Value);

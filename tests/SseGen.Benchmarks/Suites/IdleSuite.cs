using System.Globalization;

namespace SseGen.Benchmarks.Suites;

/// <summary>Streams on which nothing happens: memory and processor time for each, heartbeats included where there are any.</summary>
internal sealed class IdleSuite : Suite
{
    public override string Name => "idle";

    public override string Description => "10,000 idle streams (SseGen: with a heartbeat every 15 s): memory and CPU per connection";

    public override int OpenFiles => 11_000;

    public override async Task RunAsync(SuiteContext context)
    {
        var streams = context.IsQuick ? 500 : 10_000;
        foreach (var setup in ServerSetup.All(context.IsQuick))
        {
            var scenario = string.Create(CultureInfo.InvariantCulture, $"{streams:#,0} idle streams, {setup.Title}");
            for (var round = 1; context.Wants(scenario) && round <= context.Rounds; round++)
            {
                context.Report($"{scenario}: round {round} of {context.Rounds}");
                await MeasureAsync(context, scenario, setup, streams, isBackwards: round % 2 == 0);
            }
        }
    }

    /// <summary>
    /// The contestants are there together and are watched through the same window, as nobody has much to do in it. Each round has
    /// processes of its own: memory that a process once had it keeps.
    /// </summary>
    private static async Task MeasureAsync(SuiteContext context, string scenario, ServerSetup setup, int streams, bool isBackwards)
    {
        List<IdleContestant> contestants = [];
        try
        {
            foreach (var subject in setup.Subjects)
            {
                var server = await ServerCatalog.StartAsync(subject, setup.Protocol, setup.Compilation);
                contestants.Add(new IdleContestant(subject, server, setup.Protocol, streams));
            }

            var settle = TimeSpan.FromSeconds(context.IsQuick ? 1 : 4);
            await WarmUpAsync(contestants, settle);
            await OpenAsync(isBackwards ? [.. contestants.AsEnumerable().Reverse()] : contestants, settle);
            // In 15 s each stream of SseGen has one heartbeat, wherever in it the window begins.
            var window = TimeSpan.FromSeconds(context.IsQuick ? 1 : 15);
            await WatchAsync(contestants, window);
            foreach (var contestant in contestants)
            {
                context.Recorder.Add(scenario, contestant.Name, Metrics.MemoryPerConnection, "kB", contestant.Memory / 1e3 / streams);
                context.Recorder.Add(scenario, contestant.Name, "CPU of all of them", "ms/s", contestant.ProcessorSeconds * 1e3 / window.TotalSeconds);
            }
        }
        finally
        {
            foreach (var contestant in contestants)
            {
                await contestant.DisposeAsync();
            }
        }
    }

    private static async Task WarmUpAsync(List<IdleContestant> contestants, TimeSpan settle)
    {
        foreach (var contestant in contestants)
        {
            await contestant.BeginWarmUpAsync();
        }

        await Task.Delay(settle);
        foreach (var contestant in contestants)
        {
            await contestant.EndWarmUpAsync();
        }
    }

    /// <summary>
    /// Who answers nothing before there is an event, as in-box does, does not tell when a stream has been accepted, and so is given a
    /// fixed time: once for all of them.
    /// </summary>
    private static async Task OpenAsync(List<IdleContestant> contestants, TimeSpan settle)
    {
        foreach (var contestant in contestants)
        {
            await contestant.OpenAsync();
        }

        await Task.Delay(settle);
        foreach (var contestant in contestants.Where(one => !one.AnswersAtOnce))
        {
            await contestant.TakeMemoryAsync();
        }
    }

    private static async Task WatchAsync(List<IdleContestant> contestants, TimeSpan window)
    {
        contestants.ForEach(contestant => contestant.BeginWindow());
        await Task.Delay(window);
        contestants.ForEach(contestant => contestant.EndWindow());
        foreach (var contestant in contestants)
        {
            await contestant.ThrowIfEndedAsync();
        }
    }
}

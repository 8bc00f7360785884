using System.Globalization;
using SseGen.Benchmarks.Client;

namespace SseGen.Benchmarks.Suites;

/// <summary>Streams on which nothing happens: memory and processor time for each, heartbeats included where there are any.</summary>
internal sealed class IdleSuite : Suite
{
    public override string Name => "idle";

    public override string Description => "10,000 idle streams (SseGen: with a heartbeat every 15 s): memory and CPU per connection";

    /// <summary>All contestants' 10,000 streams are open at once, and their client is this program.</summary>
    public override int OpenFiles => 45_000;

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
                contestants.Add(new IdleContestant(subject, await ServerCatalog.StartAsync(subject, setup.Protocol, setup.Compilation), setup.Protocol));
            }

            var settle = TimeSpan.FromSeconds(context.IsQuick ? 1 : 4);
            WarmUp(contestants, settle);
            using var loop = new EpollLoop();
            await OpenAsync(isBackwards ? [.. contestants.AsEnumerable().Reverse()] : contestants, loop, streams, settle);
            // In 15 s each stream of SseGen has one heartbeat, wherever in it the window begins.
            var window = TimeSpan.FromSeconds(context.IsQuick ? 1 : 15);
            Watch(contestants, loop, window);
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

    private static void WarmUp(List<IdleContestant> contestants, TimeSpan settle)
    {
        using var loop = new EpollLoop();
        foreach (var contestant in contestants)
        {
            contestant.WarmUp(loop);
        }

        loop.Run(() => false, settle);
        contestants.ForEach(contestant => contestant.EndWarmUp());
    }

    /// <summary>
    /// In-box and FastEndpoints answer nothing before there is an event, so that nothing tells when a stream has been accepted: they are
    /// given a fixed time, once for both.
    /// </summary>
    private static async Task OpenAsync(List<IdleContestant> contestants, EpollLoop loop, int streams, TimeSpan settle)
    {
        foreach (var contestant in contestants)
        {
            await contestant.OpenAsync(loop, streams);
        }

        loop.Run(() => false, settle);
        foreach (var contestant in contestants.Where(one => !one.AnswersAtOnce))
        {
            await contestant.TakeMemoryAsync();
        }
    }

    private static void Watch(List<IdleContestant> contestants, EpollLoop loop, TimeSpan window)
    {
        contestants.ForEach(contestant => contestant.BeginWindow());
        loop.Run(() => false, window);
        contestants.ForEach(contestant => contestant.EndWindow());
    }
}

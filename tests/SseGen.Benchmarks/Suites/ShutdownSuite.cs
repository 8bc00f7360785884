using System.Globalization;
using SseGen.Benchmarks.Client;

namespace SseGen.Benchmarks.Suites;

/// <summary>SIGTERM while streams are open: how long the process takes, and how its clients fare.</summary>
internal sealed class ShutdownSuite : Suite
{
    /// <summary>Those who wait make a round long: five times are enough.</summary>
    private const int MostRounds = 5;

    /// <summary>Their streams do not notice that the host stops, and so it waits for its whole shutdown timeout of 30 s.</summary>
    private static readonly string[] s_waiting = ["inbox", "copy"];

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(45);

    public override string Name => "shutdown";

    public override string Description => "SIGTERM with 1,000 open streams: time until the process is gone, streams ended cleanly";

    public override int OpenFiles => 4_000;

    public override async Task RunAsync(SuiteContext context)
    {
        var streams = context.IsQuick ? 50 : 1_000;
        foreach (var setup in ServerSetup.All(context.IsQuick))
        {
            var scenario = string.Create(CultureInfo.InvariantCulture, $"{streams:#,0} open streams, {setup.Title}");
            for (var round = 1; context.Wants(scenario) && round <= Math.Min(MostRounds, context.Rounds); round++)
            {
                context.Report($"{scenario}: round {round}");
                foreach (var subject in setup.Subjects.Except(s_waiting))
                {
                    await MeasureAsync(context, scenario, [subject], setup, streams);
                }

                // Those who wait need no processor for it, and so wait together. A quick run has no 30 seconds for them.
                if (!context.IsQuick)
                {
                    await MeasureAsync(context, scenario, s_waiting, setup, streams);
                }
            }
        }
    }

    private static async Task MeasureAsync(
        SuiteContext context, string scenario, IEnumerable<string> subjects, ServerSetup setup, int streams)
    {
        List<ShutdownContestant> contestants = [];
        try
        {
            foreach (var subject in subjects)
            {
                contestants.Add(new ShutdownContestant(subject, await ServerCatalog.StartAsync(subject, setup.Protocol, setup.Compilation)));
            }

            using var loop = new EpollLoop();
            contestants.ForEach(contestant => contestant.Open(loop, setup.Protocol, streams));
            if (!loop.Run(() => contestants.TrueForAll(contestant => contestant.IsReady), s_timeout))
            {
                throw new TimeoutException("Not every stream had its first event.");
            }

            Terminate(contestants, loop);
            contestants.ForEach(contestant => contestant.Record(context.Recorder, scenario));
        }
        finally
        {
            foreach (var contestant in contestants)
            {
                await contestant.DisposeAsync();
            }
        }
    }

    private static void Terminate(List<ShutdownContestant> contestants, EpollLoop loop)
    {
        contestants.ForEach(contestant => contestant.Terminate());
        if (!loop.Run(AllAreGone, s_timeout))
        {
            var stubborn = contestants.Where(contestant => !contestant.IsGone).Select(contestant => contestant.Name);
            throw new TimeoutException($"{string.Join(", ", stubborn)}: still there {s_timeout.TotalSeconds} s after SIGTERM.");
        }

        // What has been sent before the end may still be on its way.
        loop.Run(() => loop.Open == 0, TimeSpan.FromSeconds(5));

        bool AllAreGone()
        {
            contestants.ForEach(contestant => contestant.Look());
            return contestants.TrueForAll(contestant => contestant.IsGone);
        }
    }
}

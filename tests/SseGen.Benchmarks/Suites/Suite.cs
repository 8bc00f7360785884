namespace SseGen.Benchmarks.Suites;

/// <summary>A sub-command that measures something.</summary>
internal abstract class Suite
{
    public static IReadOnlyList<Suite> All { get; } =
    [
        new MicroSuite(),
        new BurstSuite(),
        new FanoutSuite(),
        new IdleSuite(),
        new ConnectStormSuite(),
        new ShutdownSuite(),
        new CompilerSuite(),
        new AotSuite(),
    ];

    public abstract string Name { get; }

    /// <summary>One line for <c>--help</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Files, sockets among them, that a whole run has open at once in the process that has most of them; zero where they are few.</summary>
    public virtual int OpenFiles => 0;

    public abstract Task RunAsync(SuiteContext context);
}

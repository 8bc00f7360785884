using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>What a first run takes. Processor time is for the benchmarks; memory is the same on every machine, and a third of that time.</summary>
public sealed class ColdRunTests
{
    private const int Handlers = 50;

    [Fact]
    public void A_handler_and_its_payload_take_less_than_200_kilobytes()
    {
        // The first run loads and compiles the generator, and the framework's types are read once for all handlers.
        Allocated(Project(Handlers));
        var (few, many) = (Allocated(Project(Handlers)), Allocated(Project(3 * Handlers)));

        Assert.InRange((many - few) / (2 * Handlers), 1, 200_000);
    }

    private static long Allocated(SourceProject project)
    {
        var compilation = project.Compile();
        var driver = Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver.Create(CompilerExtensions.Generators(), parseOptions: SourceProject.ParseOptions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var after = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotEmpty(after.GetRunResult().GeneratedTrees);
        return allocated;
    }

    private static SourceProject Project(int handlers) => Enumerable.Range(0, handlers).Aggregate(new SourceProject(), static (project, n) => project.With($"Feed{n}.cs", $$"""
        namespace Demo;

        public sealed record Payload{{n}}(long Id, string Name, decimal Price, DateTimeOffset At, bool? IsActive, List<Detail{{n}}> Details);
        public sealed record Detail{{n}}(string Key, double Value, DateOnly Day, string? Note);

        public static class Feed{{n}}
        {
            /// <summary>Streams payloads.</summary>
            [EventStream("/streams/{{n}}/{symbol}", EventType = "payload")]
            public static IAsyncEnumerable<Payload{{n}}> Stream(string symbol, int? limit, CancellationToken cancellationToken) =>
                throw new NotSupportedException();
        }
        """));
}

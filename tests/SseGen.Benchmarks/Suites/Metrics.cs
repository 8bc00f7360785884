namespace SseGen.Benchmarks.Suites;

/// <summary>Names of what is measured; goals and charts refer to them.</summary>
internal static class Metrics
{
    public const string ProcessorTime = "server CPU";
    public const string Throughput = "throughput";
    public const string ResidentMemory = "resident memory";
    public const string MemoryPerConnection = "memory for each connection";
    public const string Time = "time";
    public const string Allocated = "allocated";
    public const string Lost = "events lost";
    public const string BinarySize = "binary size";
    public const string OutputsChanged = "outputs changed";
}

using System.Globalization;
using System.Text.Json;
using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>What the streams say, held against what the operating system says itself.</summary>
public sealed class FigureTests(RunningShowcase showcase) : IClassFixture<RunningShowcase>
{
    [Fact]
    public async Task The_machine_is_this_machine()
    {
        var machine = (await LiveAsync("/streams/machine"))[^1];

        Assert.Equal(Proc("/proc/meminfo", "MemTotal:") * 1024, machine.Number("memory", "total"));
        Assert.InRange(machine.Number("memory", "used"), 1, machine.Number("memory", "total"));
        Assert.Equal(File.ReadLines("/proc/stat").Count(line => line.StartsWith("cpu", StringComparison.Ordinal)) - 1, machine.GetProperty("cpu").GetProperty("cores").GetArrayLength());
        Assert.Equal(3, machine.GetProperty("cpu").GetProperty("loadAverage").GetArrayLength());
        Assert.Equal(double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture), machine.Number("uptimeSeconds"), tolerance: 60);
        Assert.Equal(new DriveInfo("/").TotalSize, machine.Number("disk", "space"));
        Assert.InRange(machine.Number("disk", "free"), 1, machine.Number("disk", "space"));
    }

    [Fact]
    public async Task Work_shows_on_the_cores()
    {
        await using var machine = await showcase.OpenAsync("/streams/machine", lastEventId: Now());
        await using var runtime = await showcase.OpenAsync("/streams/runtime", lastEventId: Now());

        await using var work = await showcase.OpenAsync("/jobs/primes?below=2000000000");

        Assert.InRange(await FirstAboveAsync(20, machine, "cpu", "user"), 20, 100);
        Assert.InRange(await FirstAboveAsync(20, runtime, "process", "user"), 20, 100);
    }

    [Fact]
    public async Task Garbage_shows_on_the_heap()
    {
        await using var runtime = await showcase.OpenAsync("/streams/runtime", lastEventId: Now());
        var before = (await runtime.NextAsync()).Json();

        await using (var work = await showcase.OpenAsync("/jobs/garbage"))
        {
            await work.ReadToEndAsync();
        }

        var after = (await LiveAsync("/streams/runtime"))[^1];
        Assert.True(after.GetProperty("gc").GetProperty("collections")[0].GetInt32() > before.GetProperty("gc").GetProperty("collections")[0].GetInt32());
        Assert.True(after.Number("gc", "pausedTotal") > before.Number("gc", "pausedTotal"));
        Assert.True(await HighestAsync(runtime, "gc", "allocatedPerSecond") > 10_000_000);
    }

    [Fact]
    public async Task The_process_is_that_process()
    {
        var runtime = (await LiveAsync("/streams/runtime"))[^1];

        var resident = Proc($"/proc/{showcase.Server.Id}/status", "VmRSS:") * 1024;
        Assert.InRange(runtime.Number("process", "workingSet"), resident / 2, resident * 2);
        Assert.InRange(runtime.Number("process", "threads"), 2, 200);
        Assert.Equal(0, runtime.Number("process", "methodsCompiled"));
        Assert.InRange(runtime.Number("gc", "heap"), 100_000, resident * 2);
        Assert.InRange(runtime.Number("threadPool", "threads"), 1, runtime.Number("process", "threads"));
        Assert.True(runtime.Number("openStreams") >= 1);
    }

    /// <summary>Two samples taken from now on.</summary>
    private async Task<JsonElement[]> LiveAsync(string path)
    {
        await using var stream = await showcase.OpenAsync(path, lastEventId: Now());
        return [.. (await stream.TakeAsync(2)).Select(e => e.Json())];
    }

    /// <summary>The first figure above a limit, if there is one in a minute: other work on this machine may have its processors for a while.</summary>
    private static async Task<double> FirstAboveAsync(double limit, SseReader stream, params string[] path)
    {
        var figure = 0.0;
        for (var samples = 0; samples < 120 && figure <= limit; samples++)
        {
            figure = (await stream.NextAsync()).Json().Number(path);
        }

        return figure;
    }

    private static async Task<double> HighestAsync(SseReader stream, params string[] path) =>
        (await stream.TakeAsync(6)).Max(e => e.Json().Number(path));

    /// <summary>The id of a sample that would be taken now.</summary>
    private static string Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static double Proc(string file, string name) =>
        double.Parse(File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', '\t').Where(field => field.Length > 0).ElementAt(1), CultureInfo.InvariantCulture);
}

using SseGen.Framing;

namespace SseGen.Json.Tests;

/// <summary>Payloads of scalars and strings cost no memory but the connection's own.</summary>
public sealed class AllocationTests
{
    private const int Events = 10_000;

    [Fact]
    public void A_tick_allocates_nothing() =>
        Assert.Equal(0, BytesPerRun("Ticks", new Tick("MSFT", 412.05m, 1_000_000, DateTimeOffset.UnixEpoch.AddTicks(123), 42)));

    [Fact]
    public void Scalars_and_strings_allocate_nothing_whether_escaped_or_not() => Assert.Equal(0, BytesPerRun("ScalarEvents", new Scalars(
        1, "plain, größer, 取引, \"quoted\"\n\U0001F600", int.MinValue, 1 / 3d, decimal.MaxValue, true, Guid.Empty, DateTime.UnixEpoch, DateTimeOffset.UnixEpoch, TimeSpan.MinValue,
        DayOfWeek.Friday, 1, null, null, default(Tick) with { Symbol = "" }, 'é', DateOnly.MaxValue, TimeOnly.MaxValue)));

    [Fact]
    public void A_union_allocates_nothing() => Assert.Equal(0, BytesPerRun<Change?>("Changes", new Created("1", "n")));

    [Fact]
    public void Arrays_and_lists_behind_interfaces_allocate_no_enumerator() => Assert.Equal(0, BytesPerRun("ListEvents", new Lists(
        Enumerable.Range(1, 3).ToArray(), new List<string?> { "a", null }, new List<double> { 0.5 }, new[] { Guid.Empty }, new List<Tick> { new("A", 1, 2, default, 3) })));

    private static long BytesPerRun<T>(string handler, T item)
    {
        var formatter = Formatters.Of<T>(handler);
        var buffer = new Formatters.OneEvent();
        WriteAll(formatter, buffer, item);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteAll(formatter, buffer, item);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void WriteAll<T>(EventFormatter<T> formatter, Formatters.OneEvent buffer, T item)
    {
        for (var i = 0; i < Events; i++)
        {
            var writer = new Utf8EventWriter(buffer);
            formatter.Write(ref writer, item);
            writer.Complete();
        }
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SseGen.Framing;
using SseGen.JsonCases.Cases;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SseGen.JsonCases;

/// <summary>Says what writing events costs on the heap, in this very process.</summary>
internal static class Allocations
{
    private const int Rounds = 1000;

    public static void Map(WebApplication app)
    {
        app.MapGet("/allocations/ticks/bytes", static async Task<string> (HttpContext context) => Text(await MeasureAsync(
            Type.GetType("SseGen.Generated.Endpoints.SseGen_JsonCases_Cases_AllocationCases+TicksEndpoint+Formatter")!.GetMethod("Create")!
                .CreateDelegate<Func<JsonSerializerOptions, EventFormatter<Quote>>>(), AllocationCases.Ticks(1), context)));
        app.MapGet("/allocations/scalars/bytes", static async Task<string> (HttpContext context) => Text(await MeasureAsync(
            Type.GetType("SseGen.Generated.Endpoints.SseGen_JsonCases_Cases_AllocationCases+ScalarsEndpoint+Formatter")!.GetMethod("Create")!
                .CreateDelegate<Func<JsonSerializerOptions, EventFormatter<Plain>>>(), AllocationCases.Scalars(1), context)));
    }

    private static async Task<long> MeasureAsync<T>(Func<JsonSerializerOptions, EventFormatter<T>> create, IAsyncEnumerable<T> events, HttpContext context)
    {
        var formatter = create(context.RequestServices.GetRequiredService<IOptions<HttpJsonOptions>>().Value.SerializerOptions);
        var items = new List<T>();
        await foreach (var item in events)
        {
            items.Add(item);
        }

        var buffer = new OneEvent();
        Write(formatter, buffer, items);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            Write(formatter, buffer, items);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Write<T>(EventFormatter<T> formatter, OneEvent buffer, List<T> items)
    {
        foreach (var item in items)
        {
            var writer = new Utf8EventWriter(buffer);
            formatter.Write(ref writer, item);
            writer.Complete();
        }
    }

    private static string Text(long bytes) => bytes.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Memory for one event at a time, which every event reuses.</summary>
    private sealed class OneEvent : EventBuffer
    {
        private readonly byte[] _memory = new byte[64 * 1024];

        protected override Span<byte> BeginEvent() => _memory;

        protected override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed) => throw new InvalidOperationException("An event is larger than expected.");

        protected override void CompleteEvent(int length)
        {
        }
    }
}

using SseGen.Binding.App;

namespace SseGen.Binding.Tests;

/// <content>A query parameter <c>v</c>: what every type is asked, and what is worth asking one alone.</content>
public static partial class RequestCatalog
{
    private static readonly string[] s_queries = ["", "?v=", "?v", "?v=x", "?v=1&v=2", "?V=1", "?v=%201%20", "?v=1,5"];

    private static readonly Dictionary<string, string[]> s_more = new()
    {
        ["Ints"] = ["?v=1&v=x", "?v=1&v=", "?v=1,2"],
        ["NullableInts"] = ["?v=1&v=x", "?v=1&v=", "?v=x&v=y"],
        ["Strings"] = ["?v=a&v=b", "?v=a,b", "?v=&v="],
        ["Colors"] = ["?v=Red&v=Green", "?v=red", "?v=Red&v="],
        ["Links"] = ["?v=a/b&v=http://x/", "?v=a&v="],
        ["LinksNullable"] = ["?v=a/b&v=http://x/", "?v=a&v="],
        ["ColorRequired"] = ["?v=Red", "?v=red", "?v=77", "?v=Red,Green"],
        ["ColorNullable"] = ["?v=Green", "?v=RED"],
        ["Flags"] = ["?v=A,B", "?v=A,%20C", "?v=3"],
        ["Bool"] = ["?v=TRUE", "?v=%20true%20", "?v=on"],
        ["Letter"] = ["?v=a", "?v=ab"],
        ["Real"] = ["?v=1.5", "?v=1e3", "?v=NaN", "?v=Infinity", "?v=-0"],
        ["Money"] = ["?v=1,000.5", "?v=1e3"],
        ["Big"] = ["?v=123456789012345678901234567890"],
        ["IntRequired"] = ["?v=-1", "?v=%2B1", "?v=1,000", "?v=0x1", "?v=99999999999"],
        ["Time"] = ["?v=2024-01-02T03:04:05Z", "?v=2024-01-02T03:04:05", "?v=2024-01-02T03:04:05%2B02:00", "?v=01/02/2024", "?v=13.02.2024"],
        ["Offset"] = ["?v=2024-01-02T03:04:05", "?v=2024-01-02T03:04:05%2B02:00", "?v=%202024-01-02%20"],
        ["Date"] = ["?v=2024-01-02", "?v=%202024-01-02%20", "?v=2024-01-02T00:00:00"],
        ["Clock"] = ["?v=%2010:30%20", "?v=10:30:15.5"],
        ["Span"] = ["?v=01:02:03"],
        ["Link"] = ["?v=a/b", "?v=http://x/"],
        ["Id"] = [$"?v={Guid}", "?v=6f9619ff8b86d011b42d00cf4fc964ff"],
        ["Address"] = ["?v=::1", "?v=10.0.0.1"],
        ["Release"] = ["?v=1.2", "?v=1.2.3.4"],
        ["Several"] = ["?a=1", "?a=x&b=y&c=z&d=w", $"?a=1&b={Guid}&c=Red&d=e"],
        ["Many"] = ["?a=9&i=8", "?i=x&a=y"],
        ["UserDerived"] = ["?v=bad"],
    };

    private static IEnumerable<HandlerRequest> Texts() =>
        from type in new[] { typeof(QueryHandlers), typeof(TypeHandlers) }
        from handler in HandlersOf(type)
        from query in s_queries.Concat(s_more.GetValueOrDefault(handler.Name, []))
        select new HandlerRequest("GET", handler.Pattern + query);
}

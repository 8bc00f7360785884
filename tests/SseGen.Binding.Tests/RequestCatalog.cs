using System.Reflection;
using SseGen.Binding.App;

namespace SseGen.Binding.Tests;

/// <summary>A request to a handler: sent to the event stream, and to the same method under <c>MapGet</c> or <c>MapPost</c>.</summary>
public sealed record HandlerRequest(string Method, string Uri)
{
    public (string Name, string Value)[] Headers { get; init; } = [];

    public string? Body { get; init; }

    public string? ContentType { get; init; }

    public override string ToString() =>
        $"{Method} {Uri} {string.Join(' ', Headers.Select(header => $"{header.Name}={header.Value}"))} {ContentType} {Body}";
}

/// <summary>The requests: good, missing, empty, unparsable, doubled, with wrong content and none.</summary>
public static class RequestCatalog
{
    private static readonly string[] s_queries = ["", "?v=", "?v", "?v=x", "?v=1&v=2", "?V=1", "?v=%201%20", "?v=1,5"];

    private static readonly Dictionary<string, string[]> s_more = new()
    {
        ["Ints"] = ["?v=1&v=x", "?v=1&v=", "?v=1,2"],
        ["NullableInts"] = ["?v=1&v=x", "?v=1&v=", "?v=x&v=y"],
        ["Strings"] = ["?v=a&v=b", "?v=a,b", "?v=&v="],
        ["Colors"] = ["?v=Red&v=Green", "?v=red", "?v=Red&v="],
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
        ["Span"] = ["?v=01:02:03", "?v=%201%20"],
        ["Link"] = ["?v=a/b", "?v=http://x/"],
        ["Id"] = ["?v=6f9619ff-8b86-d011-b42d-00cf4fc964ff", "?v=6f9619ff8b86d011b42d00cf4fc964ff"],
        ["Several"] = ["?a=1", "?a=x&b=y&c=z&d=w", "?a=1&b=6f9619ff-8b86-d011-b42d-00cf4fc964ff&c=Red&d=e"],
        ["Many"] = ["?a=9&i=8", "?i=x&a=y"],
        ["UserDerived"] = ["?v=bad"],
    };

    private static readonly string?[] s_bodies = [null, "", "null", "{", """{"id":"x"}""", """{"id":5,"NAME":"n","more":1}""", """{"id":"5"}""", "5", "[1,2]", """["a"]""", "{} x"];

    private static readonly (string? Body, string? Type)[] s_forms =
    [
        (null, null), ("v=1", "text/plain"), ("v=1", null), ("", "application/x-www-form-urlencoded"), ("v=", "application/x-www-form-urlencoded"),
        ("v=1", "application/x-www-form-urlencoded"), ("v=x&other=o", "application/x-www-form-urlencoded"), ("v=1&v=2", "application/x-www-form-urlencoded"),
        ("--b\r\nContent-Disposition: form-data; name=\"v\"; filename=\"f.txt\"\r\nContent-Type: text/plain\r\n\r\nabc\r\n--b--\r\n", "multipart/form-data; boundary=b"),
        ("--b\r\nbroken", "multipart/form-data; boundary=b"),
    ];

    public static IReadOnlyList<HandlerRequest> All { get; } = [.. Queries(), .. Sources(), .. Posts()];

    private static IEnumerable<HandlerRequest> Queries() =>
        from handler in HandlersOf(typeof(QueryHandlers))
        from query in s_queries.Concat(s_more.GetValueOrDefault(handler.Name, []))
        select new HandlerRequest("GET", handler.Pattern + query);

    private static IEnumerable<HandlerRequest> Sources()
    {
        foreach (var (name, pattern) in HandlersOf(typeof(SourceHandlers)))
        {
            var start = pattern.IndexOf('{', StringComparison.Ordinal);
            var path = start < 0 ? pattern : pattern[..start].TrimEnd('/');
            foreach (var tail in start < 0 ? [""] : new[] { "", "/5", "/x", "/ab", "/a/b%2Fc", "/%20a" })
            {
                foreach (var query in new[] { "", "?v=1&b=2&a=3", "?x-y=4&my-v=6&other=Red&Page=2&Order=o&Id=7&Word=w&Words=a&Words=b&Width=1&Height=2&a=1&b=2&c=6f9619ff-8b86-d011-b42d-00cf4fc964ff", "?x-y=&my-v=x&a=x&c=y&Page=z" })
                {
                    yield return new HandlerRequest("GET", path + tail + query);
                }
            }

            foreach (var header in new[] { "", "1", "x", "1,2", "\"a,b\", c", "a,,b", "422" })
            {
                yield return new HandlerRequest("GET", path + "?v=1&a=1&Page=1")
                {
                    Headers = [("X-V", header), ("X-Bind", header), ("X-Size", header), ("Accept", "text/event-stream")],
                };
            }

            if (name == "GetBody")
            {
                yield return new HandlerRequest("GET", path) { Body = """{"id":1}""", ContentType = "application/json" };
            }
        }
    }

    private static IEnumerable<HandlerRequest> Posts()
    {
        foreach (var (name, pattern) in HandlersOf(typeof(PostHandlers)))
        {
            if (name.StartsWith("Form", StringComparison.Ordinal))
            {
                foreach (var (body, type) in s_forms)
                {
                    yield return new HandlerRequest("POST", pattern + "?q=1") { Body = body, ContentType = type };
                }

                continue;
            }

            foreach (var body in s_bodies)
            {
                yield return new HandlerRequest("POST", pattern + "?q=1&Count=2&v=3") { Body = body, ContentType = "application/json; charset=utf-8", Headers = [("X-Bind", "b")] };
            }

            foreach (var type in new[] { null, "text/json", "text/plain", "application/problem+json", "application/jsonx" })
            {
                yield return new HandlerRequest("POST", pattern + "?q=x") { Body = """{"id":1}""", ContentType = type };
            }
        }
    }

    private static IEnumerable<(string Name, string Pattern)> HandlersOf(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Select(method => (method.Name, method.GetCustomAttribute<EventStreamAttribute>()!.Pattern));
}

using SseGen.Binding.App;

namespace SseGen.Binding.Tests;

/// <content>Routes, headers, types that bind themselves, services, objects of parameters.</content>
public static partial class RequestCatalog
{
    private static readonly string[] s_tails = ["", "/5", "/x", "/ab", "/a/b%2Fc", "/%20a"];

    private static readonly string?[] s_headers = [null, "", "1", "x", "1,2", "1, 2", "\"a,b\", c", "a,,b"];

    private static readonly Dictionary<string, string[]> s_sourceQueries = new()
    {
        ["Route"] = ["", "?v=1&b=2"],
        ["Query"] = ["", "?v=1", "?v=", "?v=x&v=y", "?x-y=4&my-v=6&a=1", "?x-y=&my-v=", "?x-y=x&my-v=x&a=x"],
        ["Header"] = [""],
        ["Bind"] = ["", $"?a=1&c={Guid}", "?a=x&c=y"],
        ["Service"] = ["", "?v=1", "?v=x"],
        ["Special"] = [""],
        ["Sequence"] = ["", "?v=1"],
        ["As"] =
        [
            "", "?Page=2&Order=o", "?page=z&Step=q", "?Id=7&other=Red", "?Id=7&Text=t&Word=w&Words=a&Words=b&other=blue", "?Width=1&Height=2&a=1&b=2",
            "?Width=x&Height=&a=z", "?Count=1", "?Count=-1", "?Count=x", "?Value=1&Name=n", "?Count=1&a=1&b=2", "?Count=-1&a=1&b=x", "?Count=x&a=x&b=2",
            "?Width=1&Unit=&Word=w&Link=http://x/", "?A=a&A=b&B=1&B=&C=c", "?B=x",
        ],
        ["GetBody"] = [""],
        ["GetForm"] = [""],
    };

    private static IEnumerable<HandlerRequest> Sources()
    {
        foreach (var (name, pattern) in HandlersOf(typeof(SourceHandlers)).Concat(HandlersOf(typeof(RareHandlers))))
        {
            var start = pattern.IndexOf('{', StringComparison.Ordinal);
            var path = start < 0 ? pattern : pattern[..start].TrimEnd('/');
            var kind = s_sourceQueries.Keys.First(kind => name.StartsWith(kind, StringComparison.Ordinal));
            foreach (var tail in start < 0 ? [""] : s_tails)
            {
                foreach (var query in s_sourceQueries[kind])
                {
                    var request = new HandlerRequest("GET", path + tail + query);
                    foreach (var variant in Variants(kind, request))
                    {
                        yield return variant;
                    }
                }
            }
        }
    }

    private static IEnumerable<HandlerRequest> Variants(string kind, HandlerRequest request) => kind switch
    {
        "Header" or "Query" => s_headers.Select(value => value is null ? request : request with { Headers = [("X-V", value)] })
            .Append(request with { Headers = [("X-Lines", "1;2")] })
            .Append(request with { Headers = [("X-Lines", "a,b; c")] })
            .Where(variant => kind == "Header" || variant.Headers.Length == 0 || request.Uri.EndsWith("BeforeHeader", StringComparison.Ordinal)),
        "Bind" => [request, request with { Headers = [("X-Bind", "b")] }, request with { Headers = [("X-Bind", "422")] }, request with { Headers = [("X-Bind", "500")] }],
        "As" => [request, request with { Headers = [("X-Size", "5"), ("X-Bind", "b")] }, request with { Headers = [("X-Size", "x")] }],
        "GetBody" => [request, request with { Body = """{"id":1}""", ContentType = "application/json" }, request with { Body = "{", ContentType = "text/plain" }],
        "GetForm" => [request, request with { Body = "v=1", ContentType = Fields }, request with { Body = "{", ContentType = "text/plain" }],
        _ => [request],
    };
}

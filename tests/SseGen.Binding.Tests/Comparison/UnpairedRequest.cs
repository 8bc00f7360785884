namespace SseGen.Binding.Tests;

/// <summary>A request to a handler that run-time binding has no endpoint for.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Request">The request.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Content">Its content; when it is an error, the environment decides that.</param>
public sealed record UnpairedRequest(string Reason, HandlerRequest Request, int Status, string? Content = null)
{
    private const string StructDefault = "D3: the default of a struct that has no literal; run-time binding fails while the endpoint is built.";
    private const string OwnParameter = "A parameter that only event streams have.";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<UnpairedRequest> All { get; } =
    [
        new(StructDefault, new("GET", "/unpaired/IdDefault"), 200, "values: 00000000-0000-0000-0000-000000000000"),
        new(StructDefault, new("GET", "/unpaired/IdDefault?v=6f9619ff-8b86-d011-b42d-00cf4fc964ff"), 200, "values: 6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        new(StructDefault, new("GET", "/unpaired/IdDefault?v=x"), 400),
        new(OwnParameter, new("GET", "/unpaired/LastEventId"), 200, "values: null\nnull\nnull"),
        new(OwnParameter, new("GET", "/unpaired/LastEventId?lastEventId=7"), 200, "values: '7'\n7\n'7'"),
        new(OwnParameter, WithLastEventId("/unpaired/LastEventId?lastEventId=7", "8"), 200, "values: '8'\n8\n'8'"),
        new(OwnParameter, WithLastEventId("/unpaired/LastEventId", "x"), 400),
        new(OwnParameter, new("GET", "/unpaired/LastEventId?lastEventId=x"), 400),
        new(OwnParameter, WithLastEventId("/unpaired/LastEventId?lastEventId=7", "x"), 400),
        new(OwnParameter, WithLastEventId("/unpaired/LastEventId?lastEventId=7", ""), 200, "values: '7'\n7\n'7'"),
        new(OwnParameter, new("GET", "/unpaired/LastEventIdParsed"), 200, "values: null\n5"),
        new(OwnParameter, new("GET", "/unpaired/LastEventIdParsed?lastEventId=9"), 200, "values: Percent { Value = 9 }\n9"),
        new(OwnParameter, new("GET", "/unpaired/LastEventIdParsed?lastEventId=9%25"), 400),
    ];

    private static HandlerRequest WithLastEventId(string uri, string id) => new("GET", uri) { Headers = [("Last-Event-ID", id)] };
}

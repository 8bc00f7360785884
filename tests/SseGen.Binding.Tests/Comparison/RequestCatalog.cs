using SseGen.Binding.App;

namespace SseGen.Binding.Tests;

/// <summary>The requests: good, missing, empty, unparsable, doubled, with wrong content and none.</summary>
public static partial class RequestCatalog
{
    private const string Guid = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";

    /// <summary>Made when asked for: the parts of this class are initialised in no order of their own.</summary>
    private static readonly Lazy<IReadOnlyList<HandlerRequest>> s_all = new(() => [.. Texts(), .. Sources(), .. Groups(), .. Posts(), .. Filtered()]);

    private static readonly string[] s_filters =
    [
        "refuse", "empty", "text", "html", "null", "null-after", "object", "number", "sequence", "other-sequence", "replace", "wrap", "status", "fail",
        "fail-as-bad",
    ];

    private static readonly string[] s_filteredUris =
    [
        "/query/StringRequired?v=a&", "/query/StringRequired?", "/query/Many?", "/source/AsRecord?Page=2&", "/query/None?", "/query/NoneAwaited?",
        "/rare/SpecialEight?",
    ];

    private static readonly string[] s_groups = ["", "/group/a/5", "/group/a/x", "/group/a%20b/%20"];

    private static readonly string[] s_groupQueries = ["", "?tenant=q&number=7&name=n"];

    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<HandlerRequest> All => s_all.Value;

    /// <summary>What a filter does with a request that it sees; without filters these are ordinary ones.</summary>
    private static IEnumerable<HandlerRequest> Filtered() =>
        from filter in s_filters
        from uri in s_filteredUris
        select new HandlerRequest("GET", $"{uri}filter={filter}");

    private static IEnumerable<HandlerRequest> Groups() =>
        from handler in ReferenceApp.HandlersOf(typeof(GroupHandlers))
        from prefix in s_groups
        from query in s_groupQueries
        select new HandlerRequest("GET", prefix + ReferenceApp.PatternOf(handler) + query);

    private static IEnumerable<(string Name, string Pattern)> HandlersOf(Type type) =>
        ReferenceApp.HandlersOf(type).Select(handler => (handler.Name, ReferenceApp.PatternOf(handler)));
}

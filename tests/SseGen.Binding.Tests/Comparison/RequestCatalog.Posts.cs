using SseGen.Binding.App;

namespace SseGen.Binding.Tests;

/// <content>Bodies.</content>
public static partial class RequestCatalog
{
    private static readonly string?[] s_bodies =
    [
        null, "", "null", "{", """{"id":"x"}""", """{"id":5,"NAME":"n","more":1}""", """{"id":"5"}""", "5", "[1,2]", """["a"]""", "{} x",
    ];

    private static readonly string?[] s_contentTypes = [null, "text/json", "text/plain", "application/problem+json", "APPLICATION/JSON; charset=utf-8", "application/json; charset=utf-16", "application/json; charset=none", "application/jsonx"];

    private const string Fields = "application/x-www-form-urlencoded";

    private const string File = "Content-Disposition: form-data; name=\"v\"; filename=\"f.txt\"\r\nContent-Type: text/plain\r\n\r\nabc\r\n";

    private static readonly (string? Body, string? Type)[] s_forms =
    [
        (null, null), ("v=1", "text/plain"), ("v=1", null), ("v=1", "application/json"), ("", Fields), ("v=", Fields), ("v=1", Fields),
        ("v=x&other=o", Fields), ("v=1&v=2", Fields), ("v=1&v=", Fields), ("v=a+b%20c&other=o", Fields),
        ($"--b\r\n{File}--b--\r\n", "multipart/form-data; boundary=b"),
        ($"--b\r\n{File}--b\r\n{File}--b\r\nContent-Disposition: form-data; name=\"v\"\r\n\r\n1\r\n--b--\r\n", "multipart/form-data; boundary=b"),
        ("--b\r\nbroken", "multipart/form-data; boundary=b"),
    ];

    private static readonly string[] s_formQueries = ["?q=1", "?q=x"];

    private static readonly (string? Body, string? Type)[] s_unprovenForms = [(null, null), ("v=1&other=o", Fields), ("v=1", "text/plain"), ("v=1", null)];

    private static readonly (string, string)[][] s_badTokens = [[], [("X-Token", "foreign")], [("X-Token", "wrong")]];

    private static IEnumerable<HandlerRequest> Posts() =>
        HandlersOf(typeof(PostHandlers)).SelectMany(handler => handler.Name.StartsWith("Form", StringComparison.Ordinal)
            ? Forms(handler.Pattern)
            : Bodies(handler.Pattern)).Select(Alone);

    /// <summary>A server that finds more to read than it will closes the connection, which nobody else must have by then.</summary>
    private static HandlerRequest Alone(HandlerRequest request) => request.Uri.Contains("Limited", StringComparison.Ordinal)
        ? request with { Headers = [.. request.Headers, ("Connection", "close")] }
        : request;

    /// <summary>Tokens that are as they must be, and those that are not.</summary>
    private static IEnumerable<HandlerRequest> Forms(string pattern) =>
        (from form in s_forms
         from query in s_formQueries
         select new HandlerRequest("POST", pattern + query) { Body = form.Body, ContentType = form.Type, Headers = [("X-Token", "valid")] })
        .Concat(
            from form in s_unprovenForms
            from token in s_badTokens
            select new HandlerRequest("POST", pattern + "?q=x") { Body = form.Body, ContentType = form.Type, Headers = token });

    private static IEnumerable<HandlerRequest> Bodies(string pattern)
    {
        const string Good = "?q=1&Count=2&v=3";
        const string Bad = "?q=x&Count=x&g=x";
        foreach (var body in s_bodies)
        {
            yield return new HandlerRequest("POST", pattern + Good)
            {
                Body = body,
                ContentType = body is null ? null : "application/json; charset=utf-8",
                Headers = [("X-Bind", "b")],
            };
        }

        yield return new HandlerRequest("POST", pattern + Good);
        yield return new HandlerRequest("POST", pattern + Bad);
        yield return new HandlerRequest("POST", pattern + Bad) { Body = "null", ContentType = "application/json" };
        foreach (var type in s_contentTypes)
        {
            yield return new HandlerRequest("POST", pattern + "?q=x") { Body = """{"id":1}""", ContentType = type };
        }
    }
}

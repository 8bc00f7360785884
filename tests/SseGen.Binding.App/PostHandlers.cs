using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SseGen.Binding.App;

/// <summary>Bodies: JSON, named and inferred, and simple forms.</summary>
public static class PostHandlers
{
    [EventStream("/post/Body", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> Body([FromBody] Dto v) => Shown.Value(v);

    [EventStream("/post/BodyNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyNullable([FromBody] Dto? v) => Shown.Value(v);

    [EventStream("/post/BodyAllowsEmpty", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyAllowsEmpty([FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] Dto v) => Shown.Value(v);

    [EventStream("/post/Inferred", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> Inferred(Dto v) => Shown.Value(v);

    [EventStream("/post/InferredNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> InferredNullable(Dto? v) => Shown.Value(v);

    [EventStream("/post/InferredDefault", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> InferredDefault(Dto? v = null) => Shown.Value(v);

    [EventStream("/post/BodyInt", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyInt([FromBody] int v) => Shown.Value(v);

    [EventStream("/post/BodyIntNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyIntNullable([FromBody] int? v) => Shown.Value(v);

    [EventStream("/post/InferredStruct", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> InferredStruct(Point v) => Shown.Value(v);

    [EventStream("/post/InferredStructNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> InferredStructNullable(Point? v) => Shown.Value(v);

    [EventStream("/post/InferredInts", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> InferredInts(int[] v) => Shown.Value(v);

    [EventStream("/post/InferredStrings", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> InferredStrings(string[] v) => Shown.Value(v);

    [EventStream("/post/BodyAndQuery", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyAndQuery(int q, Dto v, Guid? g) => Shown.Values(q, v, g);

    [EventStream("/post/BodyAndService", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyAndService(Dto v, Service s) => Shown.Values(v, s);

    [EventStream("/post/BodyAndBind", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyAndBind(Plain p, Dto v, int q) => Shown.Values(p, v, q);

    [EventStream("/post/BodyMember", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyMember([AsParameters] WithBody v) => Shown.Value(v);

    [EventStream("/post/NoBody", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> NoBody(int q) => Shown.Values(q);

    [EventStream("/post/QueryInts", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> QueryInts([FromQuery] int[] v) => Shown.Value(v);

    [EventStream("/post/FormString", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormString([FromForm] string v) => Shown.Value(v);

    [EventStream("/post/FormStringNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormStringNullable([FromForm] string? v) => Shown.Value(v);

    [EventStream("/post/FormInt", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormInt([FromForm] int v) => Shown.Value(v);

    [EventStream("/post/FormIntNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormIntNullable([FromForm] int? v) => Shown.Value(v);

    [EventStream("/post/FormDateNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormDateNullable([FromForm] DateOnly? v) => Shown.Value(v);

    [EventStream("/post/FormIntDefault", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormIntDefault([FromForm] int v = 4) => Shown.Value(v);

    [EventStream("/post/FormInts", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormInts([FromForm] int[] v) => Shown.Value(v);

    [EventStream("/post/FormStrings", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormStrings([FromForm] string[] v) => Shown.Value(v);

    [EventStream("/post/FormNamed", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormNamed([FromForm(Name = "other")] string v) => Shown.Value(v);

    [EventStream("/post/FormWhole", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormWhole(IFormCollection v) => Shown.Values(v.Count, v["v"].ToString());

    [EventStream("/post/FormFile", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormFile(IFormFile v) => Shown.Values(v.FileName, v.Length);

    [EventStream("/post/FormFileNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormFileNullable(IFormFile? v) => Shown.Value(v?.FileName);

    [EventStream("/post/FormFiles", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormFiles(IFormFileCollection v) => Shown.Values(v.Count);

    [EventStream("/post/FormAndQuery", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormAndQuery(int q, [FromForm] int v) => Shown.Values(q, v);

    [EventStream("/post/BodyStream", HttpMethod = "POST")]
    public static async Task<IAsyncEnumerable<string>> BodyStream(Stream v, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(v);
        return Shown.Values(await reader.ReadToEndAsync(cancellationToken));
    }
}

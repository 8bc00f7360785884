using System.IO.Pipelines;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

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

    [EventStream("/post/BodyMemberStruct", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyMemberStruct([AsParameters] WithStructBody v) => Shown.Value(v);

    [EventStream("/post/BodyFigure", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyFigure([FromBody] IFigure? v) => Shown.Value(v?.Corners);

    [EventStream("/post/BodyUsers", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyUsers([FromUsersBody] Dto v) => Shown.Value(v);

    [EventStream("/post/BodyLimited", HttpMethod = "POST")]
    [RequestSizeLimit(4)]
    public static IAsyncEnumerable<string> BodyLimited([FromBody] Dto? v) => Shown.Value(v);

    [EventStream("/post/FormLimited", HttpMethod = "POST")]
    [RequestSizeLimit(4)]
    public static IAsyncEnumerable<string> FormLimited([FromForm] string? v) => Shown.Value(v);

    [EventStream("/post/FormUnprotected", HttpMethod = "POST")]
    [RequireAntiforgeryToken(required: false)]
    public static IAsyncEnumerable<string> FormUnprotected([FromForm] int v) => Shown.Value(v);

    [EventStream("/post/FormUsers", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormUsers([FromPrefixedForm("o")] string v) => Shown.Value(v);

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

    [EventStream("/post/FormTexts", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormTexts([FromForm] StringValues v) => Shown.Value(v);

    [EventStream("/post/FormTextsNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormTextsNullable([FromForm] StringValues? v) => Shown.Value(v);

    [EventStream("/post/FormColors", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormColors([FromForm] Color?[] v) => Shown.Value(v);

    [EventStream("/post/FormStringDefault", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormStringDefault([FromForm] string v = "def") => Shown.Value(v);

    [EventStream("/post/FormNamed", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormNamed([FromForm(Name = "other")] string v) => Shown.Value(v);

    [EventStream("/post/FormWhole", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormWhole(IFormCollection v) => Shown.Values(v.Count, v["v"].ToString());

    [EventStream("/post/FormFile", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormFile(IFormFile v) => Shown.Values(v.FileName, v.Length);

    [EventStream("/post/FormFileNullable", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormFileNullable(IFormFile? v) => Shown.Value(v?.FileName);

    [EventStream("/post/FormFileNamed", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormFileNamed([FromForm(Name = "v")] IFormFile file) => Shown.Values(file.FileName, file.Length);

    [EventStream("/post/FormFileAndField", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormFileAndField([FromForm] string? other, IFormFile v, IFormCollection all) =>
        Shown.Values(other, v.FileName, all.Count);

    [EventStream("/post/FormMembers", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> FormMembers([AsParameters] WithForm v) => Shown.Value(v);

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

    [EventStream("/post/BodyStreamAttribute", HttpMethod = "POST")]
    public static async Task<IAsyncEnumerable<string>> BodyStreamAttribute([FromBody] Stream v, int q, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(v);
        return Shown.Values(q, await reader.ReadToEndAsync(cancellationToken));
    }

    [EventStream("/post/BodyPipe", HttpMethod = "POST")]
    public static async Task<IAsyncEnumerable<string>> BodyPipe(PipeReader v, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(v.AsStream());
        return Shown.Values(await reader.ReadToEndAsync(cancellationToken));
    }

    [EventStream("/post/BodyPipeAttribute", HttpMethod = "POST")]
    public static async ValueTask<IAsyncEnumerable<string>> BodyPipeAttribute([FromBody] PipeReader v, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(v.AsStream());
        return Shown.Values(await reader.ReadToEndAsync(cancellationToken));
    }

    [EventStream("/post/BodyDefault", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyDefault([FromBody] Dto? v = null) => Shown.Value(v);

    [EventStream("/post/BodyString", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyString([FromBody] string v) => Shown.Value(v);

    [EventStream("/post/BodyInts", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyInts([FromBody] int[] v) => Shown.Value(v);

    [EventStream("/post/InferredList", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> InferredList(List<int> v) => Shown.Values(v.Count);

    [EventStream("/post/BodyAllowsEmptyInt", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyAllowsEmptyInt([FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] int v) => Shown.Value(v);

    [EventStream("/post/BodyAndFailingService", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyAndFailingService([FromServices] Missing s, Dto v) => Shown.Values(s, v);

    [EventStream("/post/BodyBetween", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyBetween(int q, Dto v, [FromQuery(Name = "Count")] int count) => Shown.Values(q, v, count);

    [EventStream("/post/BodyMemberOptional", HttpMethod = "POST")]
    public static IAsyncEnumerable<string> BodyMemberOptional([AsParameters] WithOptionalBody v) => Shown.Value(v);
}

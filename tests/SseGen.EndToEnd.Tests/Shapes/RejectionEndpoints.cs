using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace SseGen.EndToEnd.Tests.Shapes;

/// <summary>A handler that answers with one of the framework's results: under <c>[EventStream]</c>, and the same for <c>MapGet</c>.</summary>
public static class RejectionEndpoints
{
    /// <summary>Each result that converts by itself, in its own type, by name.</summary>
    private static readonly Dictionary<string, (Func<IResult> Result, Func<IResult, EventStreamResult<int>> Convert)> s_results = new[]
    {
        Entry(static () => TypedResults.Accepted("/later"), static result => result),
        Entry(static () => TypedResults.AcceptedAtRoute("citizen-plain", new { word = "w" }), static result => result),
        Entry(static () => TypedResults.BadRequest(), static result => result),
        Entry(static () => TypedResults.BadRequest("bad"), static result => result),
        Entry(static () => TypedResults.Bytes(Encoding.UTF8.GetBytes("bytes"), "application/x-own", "b.bin"), static result => result),
        Entry(static () => TypedResults.Challenge(), static result => result),
        Entry(static () => TypedResults.Conflict(), static result => result),
        Entry(static () => TypedResults.Conflict("conflict"), static result => result),
        Entry(static () => TypedResults.Content("<p>", "text/html"), static result => result),
        Entry(static () => TypedResults.Created("/made"), static result => result),
        Entry(static () => TypedResults.CreatedAtRoute("citizen-plain", new { word = "w" }), static result => result),
        Entry(static () => TypedResults.Empty, static result => result),
        Entry(static () => TypedResults.Forbid(), static result => result),
        Entry(static () => TypedResults.InternalServerError(), static result => result),
        Entry(static () => TypedResults.InternalServerError("failed"), static result => result),
        Entry(static () => TypedResults.NoContent(), static result => result),
        Entry(static () => TypedResults.NotFound(), static result => result),
        Entry(static () => TypedResults.NotFound("missing"), static result => result),
        Entry(static () => TypedResults.Ok(), static result => result),
        Entry(static () => TypedResults.PhysicalFile(typeof(RejectionEndpoints).Assembly.Location + ".none"), static result => result),
        Entry(static () => TypedResults.Problem("too much", statusCode: StatusCodes.Status413PayloadTooLarge), static result => result),
        Entry(static () => TypedResults.Redirect("/elsewhere", permanent: true, preserveMethod: true), static result => result),
        Entry(static () => TypedResults.RedirectToRoute("citizen-plain", new { word = "w" }), static result => result),
        Entry(static () => TypedResults.SignIn(new ClaimsPrincipal(new ClaimsIdentity("own")), authenticationScheme: "cookie"), static result => result),
        Entry(static () => TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/out" }, ["cookie"]), static result => result),
        Entry(static () => TypedResults.StatusCode(StatusCodes.Status410Gone), static result => result),
        Entry(static () => TypedResults.Stream(new MemoryStream([1, 2, 3]), "application/x-own"), static result => result),
        Entry(static () => TypedResults.Stream(static stream => stream.WriteAsync(new byte[] { 4, 5 }).AsTask(), "application/x-own"), static result => result),
        Entry(static () => TypedResults.Text("bytes"u8, statusCode: StatusCodes.Status202Accepted), static result => result),
        Entry(static () => TypedResults.Unauthorized(), static result => result),
        Entry(static () => TypedResults.UnprocessableEntity(), static result => result),
        Entry(static () => TypedResults.UnprocessableEntity("wrong"), static result => result),
        Entry(static () => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["what"] = ["no"] }), static result => result),
        Entry(static () => TypedResults.VirtualFile("/none"), static result => result),
    }.ToDictionary(static entry => entry.Name, static entry => (entry.Result, entry.Convert));

    public static IReadOnlyCollection<string> Names => s_results.Keys;

    /// <summary>The name of the sample of a result.</summary>
    public static string NameOf(Type result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.IsGenericType ? result.Name[..result.Name.IndexOf('`', StringComparison.Ordinal)] + "-value" : result.Name;
    }

    public static IResult Result(string name) => s_results[name].Result();

    [EventStream("/rejected/{name}")]
    public static Task<EventStreamResult<int>> Rejected(string name)
    {
        var (result, convert) = s_results[name];
        return Task.FromResult(convert(result()));
    }

    [EventStream("/rejected-by-interface/{name}")]
    public static async ValueTask<EventStreamResult<int>> ByInterface(string name)
    {
        await Task.Yield();
        return EventStreamResult.Reject(Result(name));
    }

    private static (string Name, Func<IResult> Result, Func<IResult, EventStreamResult<int>> Convert) Entry<T>(
        Func<T> result, Func<T, EventStreamResult<int>> convert)
        where T : IResult => (NameOf(typeof(T)), () => result(), boxed => convert((T)boxed));
}

namespace SseGen.Binding.Tests;

/// <summary>
/// Requests that are answered otherwise than by minimal APIs, on purpose. Of the five departures in the specification, D2 (wrong shapes do not
/// compile) is the subject of the generator's own tests; D4 (diagnostics for surprises) changes nothing at run time, so that its requests are
/// compared like all others; D3 has no endpoint to compare with, see <see cref="UnpairedRequest"/>; and D5 is the category of the log, by
/// which <see cref="App.BindingLog"/> knows both.
/// </summary>
/// <param name="Id">The departure.</param>
/// <param name="Reason">Why.</param>
/// <param name="Covers">The requests.</param>
/// <param name="Allows">How the framework's answer, the first, and ours differ. Whatever else they do is a difference.</param>
public sealed record Departure(string Id, string Reason, Func<HandlerRequest, bool> Covers, Func<Answer, Answer, bool> Allows)
{
    private static readonly string[] s_emptyNullables = ["/post/BodyIntNullable", "/post/InferredStructNullable"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Departure> All { get; } =
    [
        new(
            "D1",
            "An empty body for a nullable value is null, as the literal null is. Run-time binding makes it default(T): dotnet/aspnetcore 57055.",
            request => string.IsNullOrEmpty(request.Body) && Is(request, s_emptyNullables),
            (minimal, stream) => minimal is { Status: 200, Content: not "values: null" } && stream is { Status: 200, Content: "values: null" }),
    ];

    private static bool Is(HandlerRequest request, string[] paths) => paths.Contains(request.Uri.Split('?')[0]);
}

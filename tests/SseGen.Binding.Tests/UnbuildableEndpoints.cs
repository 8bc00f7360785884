using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace SseGen.Binding.Tests;

/// <summary>Nothing that a container has, and nothing that a text could be.</summary>
public sealed record Unknown(int Id);

/// <summary>As <see cref="Unknown"/>.</summary>
public sealed record Stranger(int Id);

/// <summary>A route value whose name only the application knows.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromSomeRouteAttribute : Attribute, IFromRouteMetadata
{
    public string? Name => "some";
}

public static class BodyOfGetEndpoints
{
    [EventStream("/unbuildable")]
    public static IAsyncEnumerable<int> Stream(Unknown v) => new[] { v?.Id ?? 0 }.ToAsyncEnumerable();
}

public static class TwoBodiesEndpoints
{
    [EventStream("/unbuildable", HttpMethod = "POST")]
    public static IAsyncEnumerable<int> Stream(Unknown a, Stranger b) => new[] { a?.Id ?? 0, b?.Id ?? 0 }.ToAsyncEnumerable();
}

public static class BodyAndFormEndpoints
{
    [EventStream("/unbuildable", HttpMethod = "POST")]
    public static IAsyncEnumerable<int> Stream(Unknown a, IFormFileCollection b) => new[] { a?.Id ?? 0, b?.Count ?? 0 }.ToAsyncEnumerable();
}

public static class FormAndBodyEndpoints
{
    [EventStream("/unbuildable", HttpMethod = "POST")]
    public static IAsyncEnumerable<int> Stream(IFormFileCollection a, Unknown b) => new[] { a?.Count ?? 0, b?.Id ?? 0 }.ToAsyncEnumerable();
}

public static class NoRouteEndpoints
{
    [EventStream("/unbuildable")]
    public static IAsyncEnumerable<string> Stream([FromSomeRoute] string v) => new[] { v }.ToAsyncEnumerable();
}

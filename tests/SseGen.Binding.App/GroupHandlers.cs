using Microsoft.AspNetCore.Mvc;

namespace SseGen.Binding.App;

/// <summary>
/// Mapped twice: as all others, where nothing is in the route, and in a group whose prefix has the parameters <c>tenant</c> and
/// <c>number</c>.
/// </summary>
public static class GroupHandlers
{
    [EventStream("/grouped/Tenant")]
    public static IAsyncEnumerable<string> Tenant(string tenant) => Shown.Value(tenant);

    [EventStream("/grouped/TenantAndName")]
    public static IAsyncEnumerable<string> TenantAndName(string? tenant, string? name) => Shown.Values(tenant, name);

    [EventStream("/grouped/Number")]
    public static IAsyncEnumerable<string> Number(int number) => Shown.Value(number);

    [EventStream("/grouped/QueryNumber")]
    public static IAsyncEnumerable<string> QueryNumber([FromQuery] int number) => Shown.Value(number);

    [EventStream("/grouped/Members")]
    public static IAsyncEnumerable<string> Members([AsParameters] TenantAndNumber v) => Shown.Value(v);
}

public sealed record TenantAndNumber(string Tenant, int? Number);

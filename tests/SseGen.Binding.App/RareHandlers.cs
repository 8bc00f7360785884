using Microsoft.AspNetCore.Mvc;

namespace SseGen.Binding.App;

/// <summary>What <see cref="SourceHandlers"/> has, in its rarer forms: attributes of users, inherited methods, keys of services, objects of parameters.</summary>
public static class RareHandlers
{
    [EventStream("/rare/HeaderUsers")]
    public static IAsyncEnumerable<string> HeaderUsers([FromPrefixedHeader("V")] string? v) => Shown.Value(v);

    [EventStream("/rare/RouteUsers/{my-v}")]
    public static IAsyncEnumerable<string> RouteUsers([FromPrefixedRoute("my")] int v) => Shown.Value(v);

    [EventStream("/rare/ServiceUsers")]
    public static IAsyncEnumerable<string> ServiceUsers([FromUsersServices] Service v, [FromUsersServices] Missing? none) => Shown.Values(v, none);

    [EventStream("/rare/ServiceKeyedNumber")]
    public static IAsyncEnumerable<string> ServiceKeyedNumber([FromKeyedServices(5)] Service v) => Shown.Value(v);

    [EventStream("/rare/ServiceKeyedType")]
    public static IAsyncEnumerable<string> ServiceKeyedType([FromKeyedServices(typeof(Color))] Service v) => Shown.Value(v);

    [EventStream("/rare/BindDerived")]
    public static IAsyncEnumerable<string> BindDerived(BoundDerived v) => Shown.Value(v);

    [EventStream("/rare/BindByInterface")]
    public static IAsyncEnumerable<string> BindByInterface(BoundByInterface? v) => Shown.Value(v);

    [EventStream("/rare/BindPresentNullable")]
    public static IAsyncEnumerable<string> BindPresentNullable(PresentStruct? v) => Shown.Value(v);

    [EventStream("/rare/BindNullDefault")]
    public static IAsyncEnumerable<string> BindNullDefault(Plain? v = null) => Shown.Value(v);

    [EventStream("/rare/BindStructs")]
    public static IAsyncEnumerable<string> BindStructs(BoundStruct a, int c, BoundStruct b) => Shown.Values(a, c, b);

    [EventStream("/rare/AsBoundStruct")]
    public static IAsyncEnumerable<string> AsBoundStruct([AsParameters] WithBoundStruct v) => Shown.Value(v);

    [EventStream("/rare/AsBoundStructAndMore")]
    public static IAsyncEnumerable<string> AsBoundStructAndMore(int a, [AsParameters] WithBoundStruct v, int b) => Shown.Values(a, v, b);

    [EventStream("/rare/AsGuardedWithTokenAndMore")]
    public static IAsyncEnumerable<string> AsGuardedWithTokenAndMore(int a, [AsParameters] GuardedWithToken v, int b) => Shown.Values(a, v.Count, b);

    [EventStream("/rare/AsAssembled")]
    public static IAsyncEnumerable<string> AsAssembled([AsParameters] Assembled v) => Shown.Value(v);

    [EventStream("/rare/AsRequiring")]
    public static IAsyncEnumerable<string> AsRequiring([AsParameters] Requiring v) => Shown.Value(v);

    [EventStream("/rare/AsOblivious")]
    public static IAsyncEnumerable<string> AsOblivious([AsParameters] Oblivious v) => Shown.Value(v);

    [EventStream("/rare/AsCollections")]
    public static IAsyncEnumerable<string> AsCollections([AsParameters] Collections v) => Shown.Value(v);

    [EventStream("/rare/QueryDescribed")]
    public static IAsyncEnumerable<string> QueryDescribed(Described v, Described? w) => Shown.Values(v, w);

    [EventStream("/rare/AsDescribed")]
    public static IAsyncEnumerable<string> AsDescribed(int a, [AsParameters] WithDescribed v) => Shown.Values(a, v);

    [EventStream("/rare/GetForm")]
    public static IAsyncEnumerable<string> GetForm([FromForm] int? v) => Shown.Value(v);

    [EventStream("/rare/SpecialEight")]
    public static IAsyncEnumerable<string> SpecialEight(int a = 1, int b = 2, int c = 3, int d = 4, int e = 5, int f = 6, int g = 7, int h = 8) =>
        Shown.Values(a, b, c, d, e, f, g, h);
}

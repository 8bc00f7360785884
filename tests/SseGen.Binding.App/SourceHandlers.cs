using System.IO.Pipelines;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace SseGen.Binding.App;

/// <summary>Every source but the plain query: routes, attributes, headers, <c>BindAsync</c>, services, special types, objects of parameters.</summary>
public static class SourceHandlers
{
    [EventStream("/source/RouteString/{v}")]
    public static IAsyncEnumerable<string> RouteString(string v) => Shown.Value(v);

    [EventStream("/source/RouteInt/{v}")]
    public static IAsyncEnumerable<string> RouteInt(int v) => Shown.Value(v);

    [EventStream("/source/RouteConstrained/{v:int}")]
    public static IAsyncEnumerable<string> RouteConstrained(int v) => Shown.Value(v);

    [EventStream("/source/RouteOptionalString/{v?}")]
    public static IAsyncEnumerable<string> RouteOptionalString(string? v) => Shown.Value(v);

    [EventStream("/source/RouteOptionalInt/{v?}")]
    public static IAsyncEnumerable<string> RouteOptionalInt(int? v) => Shown.Value(v);

    [EventStream("/source/RouteOptionalDefault/{v?}")]
    public static IAsyncEnumerable<string> RouteOptionalDefault(int v = 9) => Shown.Value(v);

    [EventStream("/source/RouteDefault/{v=dd}")]
    public static IAsyncEnumerable<string> RouteDefault(string v) => Shown.Value(v);

    [EventStream("/source/RouteCatchAll/{*v}")]
    public static IAsyncEnumerable<string> RouteCatchAll(string? v) => Shown.Value(v);

    [EventStream("/source/RouteCatchAllSlashes/{**v}")]
    public static IAsyncEnumerable<string> RouteCatchAllSlashes(string? v) => Shown.Value(v);

    [EventStream("/source/RouteCase/{V}")]
    public static IAsyncEnumerable<string> RouteCase(string v) => Shown.Value(v);

    [EventStream("/source/RouteRegex/{v:regex(^[a-z]{{2}}$)}")]
    public static IAsyncEnumerable<string> RouteRegex(string v) => Shown.Value(v);

    [EventStream("/source/RouteArray/{v}")]
    public static IAsyncEnumerable<string> RouteArray(string[] v) => Shown.Value(v);

    [EventStream("/source/RouteAttribute/{v}")]
    public static IAsyncEnumerable<string> RouteAttribute([FromRoute] int v) => Shown.Value(v);

    [EventStream("/source/RouteNamed/{other}")]
    public static IAsyncEnumerable<string> RouteNamed([FromRoute(Name = "other")] string v) => Shown.Value(v);

    [EventStream("/source/RouteAndQuery/{a}")]
    public static IAsyncEnumerable<string> RouteAndQuery(string a, string? b) => Shown.Values(a, b);

    [EventStream("/source/QueryNamed")]
    public static IAsyncEnumerable<string> QueryNamed([FromQuery(Name = "x-y")] int v) => Shown.Value(v);

    [EventStream("/source/QueryNamedOptional")]
    public static IAsyncEnumerable<string> QueryNamedOptional([FromQuery(Name = "x-y")] int? v) => Shown.Value(v);

    [EventStream("/source/QueryEmptyName")]
    public static IAsyncEnumerable<string> QueryEmptyName([FromQuery(Name = "")] string? v) => Shown.Value(v);

    [EventStream("/source/QueryString")]
    public static IAsyncEnumerable<string> QueryString([FromQuery] string v) => Shown.Value(v);

    [EventStream("/source/QueryStringDefault")]
    public static IAsyncEnumerable<string> QueryStringDefault([FromQuery] string v = "def") => Shown.Value(v);

    [EventStream("/source/QueryInts")]
    public static IAsyncEnumerable<string> QueryInts([FromQuery] int[] v) => Shown.Value(v);

    [EventStream("/source/QueryTexts")]
    public static IAsyncEnumerable<string> QueryTexts([FromQuery] StringValues v) => Shown.Value(v);

    [EventStream("/source/QueryTextsNullable")]
    public static IAsyncEnumerable<string> QueryTextsNullable([FromQuery] StringValues? v) => Shown.Value(v);

    [EventStream("/source/QueryBeforeHeader")]
    public static IAsyncEnumerable<string> QueryBeforeHeader([FromQuery(Name = "a"), FromHeader(Name = "X-V")] string? v) => Shown.Value(v);

    [EventStream("/source/QueryOnRouteName/{v}")]
    public static IAsyncEnumerable<string> QueryOnRouteName([FromQuery] string? v) => Shown.Value(v);

    [EventStream("/source/QueryCustom")]
    public static IAsyncEnumerable<string> QueryCustom([FromPrefixedQuery("my")] string? v) => Shown.Value(v);

    [EventStream("/source/QueryCustomInt")]
    public static IAsyncEnumerable<string> QueryCustomInt([FromPrefixedQuery("my")] int v) => Shown.Value(v);

    [EventStream("/source/HeaderString")]
    public static IAsyncEnumerable<string> HeaderString([FromHeader(Name = "X-V")] string v) => Shown.Value(v);

    [EventStream("/source/HeaderStringNullable")]
    public static IAsyncEnumerable<string> HeaderStringNullable([FromHeader(Name = "X-V")] string? v) => Shown.Value(v);

    [EventStream("/source/HeaderStringDefault")]
    public static IAsyncEnumerable<string> HeaderStringDefault([FromHeader(Name = "X-V")] string v = "def") => Shown.Value(v);

    [EventStream("/source/HeaderInt")]
    public static IAsyncEnumerable<string> HeaderInt([FromHeader(Name = "X-V")] int v) => Shown.Value(v);

    [EventStream("/source/HeaderIntNullable")]
    public static IAsyncEnumerable<string> HeaderIntNullable([FromHeader(Name = "X-V")] int? v) => Shown.Value(v);

    [EventStream("/source/HeaderStrings")]
    public static IAsyncEnumerable<string> HeaderStrings([FromHeader(Name = "X-V")] string[] v) => Shown.Value(v);

    [EventStream("/source/HeaderInts")]
    public static IAsyncEnumerable<string> HeaderInts([FromHeader(Name = "X-V")] int[] v) => Shown.Value(v);

    [EventStream("/source/HeaderTexts")]
    public static IAsyncEnumerable<string> HeaderTexts([FromHeader(Name = "X-V")] StringValues v) => Shown.Value(v);

    [EventStream("/source/HeaderTextsNullable")]
    public static IAsyncEnumerable<string> HeaderTextsNullable([FromHeader(Name = "X-V")] StringValues? v) => Shown.Value(v);

    [EventStream("/source/HeaderByName")]
    public static IAsyncEnumerable<string> HeaderByName([FromHeader] string? accept) => Shown.Value(accept);

    [EventStream("/source/BindPlain")]
    public static IAsyncEnumerable<string> BindPlain(Plain v) => Shown.Value(v);

    [EventStream("/source/BindPlainNullable")]
    public static IAsyncEnumerable<string> BindPlainNullable(Plain? v) => Shown.Value(v);

    [EventStream("/source/BindWithParameter")]
    public static IAsyncEnumerable<string> BindWithParameter(WithParameter v) => Shown.Value(v);

    [EventStream("/source/BindWithParameterNullable")]
    public static IAsyncEnumerable<string> BindWithParameterNullable(WithParameter? v) => Shown.Value(v);

    [EventStream("/source/BindStruct")]
    public static IAsyncEnumerable<string> BindStruct(BoundStruct v) => Shown.Value(v);

    [EventStream("/source/BindStructNullable")]
    public static IAsyncEnumerable<string> BindStructNullable(BoundStruct? v) => Shown.Value(v);

    [EventStream("/source/BindPresent")]
    public static IAsyncEnumerable<string> BindPresent(PresentStruct v) => Shown.Value(v);

    [EventStream("/source/BindBindable")]
    public static IAsyncEnumerable<string> BindBindable(Bindable v) => Shown.Value(v);

    [EventStream("/source/BindTwo")]
    public static IAsyncEnumerable<string> BindTwo(int a, Plain b, Guid c, WithParameter d) => Shown.Values(a, b, c, d);

    [EventStream("/source/ServiceInferred")]
    public static IAsyncEnumerable<string> ServiceInferred(Service v) => Shown.Value(v);

    [EventStream("/source/ServiceAttribute")]
    public static IAsyncEnumerable<string> ServiceAttribute([FromServices] Service v) => Shown.Value(v);

    [EventStream("/source/ServiceMissing")]
    public static IAsyncEnumerable<string> ServiceMissing([FromServices] Missing v) => Shown.Value(v);

    [EventStream("/source/ServiceMissingNullable")]
    public static IAsyncEnumerable<string> ServiceMissingNullable([FromServices] Missing? v) => Shown.Value(v);

    [EventStream("/source/ServiceKeyed")]
    public static IAsyncEnumerable<string> ServiceKeyed([FromKeyedServices("k")] Service v) => Shown.Value(v);

    [EventStream("/source/ServiceKeyedEnum")]
    public static IAsyncEnumerable<string> ServiceKeyedEnum([FromKeyedServices(Color.Red)] Service v) => Shown.Value(v);

    [EventStream("/source/ServiceKeyedMissing")]
    public static IAsyncEnumerable<string> ServiceKeyedMissing([FromKeyedServices("none")] Service v) => Shown.Value(v);

    [EventStream("/source/ServiceKeyedMissingNullable")]
    public static IAsyncEnumerable<string> ServiceKeyedMissingNullable([FromKeyedServices("none")] Service? v) => Shown.Value(v);

    [EventStream("/source/ServiceAndInt")]
    public static IAsyncEnumerable<string> ServiceAndInt(Service s, int v) => Shown.Values(s, v);

    [EventStream("/source/Special")]
    public static IAsyncEnumerable<string> Special(
        HttpContext a, HttpRequest b, HttpResponse c, ClaimsPrincipal d, Stream e, PipeReader f, CancellationToken g) => Shown.Values(b.Path.Value!.Contains("Special"), c.StatusCode, ReferenceEquals(a.User, d), e.CanRead, f is not null, g.CanBeCanceled);

    [EventStream("/source/AsRecord")]
    public static IAsyncEnumerable<string> AsRecord([AsParameters] Paging v) => Shown.Value(v);

    [EventStream("/source/AsClass")]
    public static IAsyncEnumerable<string> AsClass([AsParameters] Filtering v) => Shown.Values(v.Id, v.Text, v.Color, v.Ignored);

    [EventStream("/source/AsDerived")]
    public static IAsyncEnumerable<string> AsDerived([AsParameters] DerivedFiltering v) => Shown.Value(v);

    [EventStream("/source/AsStruct")]
    public static IAsyncEnumerable<string> AsStruct([AsParameters] Box v) => Shown.Value(v);

    [EventStream("/source/AsAndMore")]
    public static IAsyncEnumerable<string> AsAndMore(int a, [AsParameters] Box v, int b) => Shown.Values(a, v, b);

    [EventStream("/source/AsGuarded")]
    public static IAsyncEnumerable<string> AsGuarded([AsParameters] Guarded v) => Shown.Value(v);

    [EventStream("/source/AsGuardedAndMore")]
    public static IAsyncEnumerable<string> AsGuardedAndMore(int a, [AsParameters] Guarded v, int b) => Shown.Values(a, v, b);

    [EventStream("/source/AsGuardedWithToken")]
    public static IAsyncEnumerable<string> AsGuardedWithToken([AsParameters] GuardedWithToken v, CancellationToken cancellationToken) => Shown.Values(v.Count, v.Token == cancellationToken);

    [EventStream("/source/AsFromAll/{id?}")]
    public static IAsyncEnumerable<string> AsFromAll([AsParameters] FromAll v) => Shown.Values(v.Id, v.Size, v.Request.Method, v.User.Identity?.Name, v.Bound);

    [EventStream("/source/AsFailingService")]
    public static IAsyncEnumerable<string> AsFailingService([AsParameters] WithMissing v, int a) => Shown.Values(v, a);

    [EventStream("/source/AsKeyed")]
    public static IAsyncEnumerable<string> AsKeyed([AsParameters] WithKeyed v) => Shown.Value(v);

    [EventStream("/source/AsTwo")]
    public static IAsyncEnumerable<string> AsTwo([AsParameters] Box a, [AsParameters] Named b) => Shown.Values(a, b);

    [EventStream("/source/GetBody")]
    public static IAsyncEnumerable<string> GetBody([FromBody] Dto v) => Shown.Value(v);

    [EventStream("/source/ServiceTime")]
    public static IAsyncEnumerable<string> ServiceTime(TimeProvider v, IServiceProvider services, ILogger<Service> logger) =>
        Shown.Values(v, services is not null, logger is not null);

    [EventStream("/source/ServiceNullable")]
    public static IAsyncEnumerable<string> ServiceNullable(Service? v) => Shown.Value(v);

    [EventStream("/source/ServiceMissingAndInt")]
    public static IAsyncEnumerable<string> ServiceMissingAndInt([FromServices] Missing s, int v) => Shown.Values(s, v);

    [EventStream("/source/ServiceKeyedNull")]
    public static IAsyncEnumerable<string> ServiceKeyedNull([FromKeyedServices(null)] Service? v) => Shown.Value(v);

    [EventStream("/source/HeaderColors")]
    public static IAsyncEnumerable<string> HeaderColors([FromHeader(Name = "X-V")] Color?[] v) => Shown.Value(v);

    [EventStream("/source/HeaderTag")]
    public static IAsyncEnumerable<string> HeaderTag([FromHeader(Name = "x-v")] Tag v) => Shown.Value(v);

    [EventStream("/source/RouteColor/{v}")]
    public static IAsyncEnumerable<string> RouteColor(Color v) => Shown.Value(v);

    [EventStream("/source/RouteTag/{v}")]
    public static IAsyncEnumerable<string> RouteTag(Tag? v) => Shown.Value(v);

    [EventStream("/source/RouteTexts/{v}")]
    public static IAsyncEnumerable<string> RouteTexts(StringValues v) => Shown.Value(v);

    /// <summary>Always a service, an empty one: the query is not looked at.</summary>
    [EventStream("/source/Sequence")]
#pragma warning disable SSE303 // That is what this handler shows.
    public static IAsyncEnumerable<string> Sequence(IEnumerable<string> v) => Shown.Values(v.Count());
#pragma warning restore SSE303
}

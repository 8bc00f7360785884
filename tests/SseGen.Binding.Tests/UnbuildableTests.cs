using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SseGen.Binding.Tests;

/// <summary>
/// What no compiler can know of a signature, because the container and the prefixes of groups decide it, fails when the endpoint is built, as it
/// does under <c>MapGet</c> and <c>MapPost</c>. It never turns into a wrong value.
/// </summary>
public sealed class UnbuildableTests
{
    [Fact]
    public void A_GET_has_no_body_to_infer() => RequireFailure(
        "Body was inferred but the method does not allow inferred body parameters",
        static app => app.MapBodyOfGetEndpoints(),
        static app => app.MapGet("/minimal", (Delegate)BodyOfGetEndpoints.Stream));

    [Fact]
    public void A_request_has_one_body() => RequireFailure(
        "A request has one body",
        static app => app.MapTwoBodiesEndpoints(),
        static app => app.MapPost("/minimal", (Delegate)TwoBodiesEndpoints.Stream));

    [Fact]
    public void A_body_is_no_form()
    {
        const string Message = "An action cannot use both form and JSON body parameters";
        RequireFailure(Message, static app => app.MapBodyAndFormEndpoints(), static app => app.MapPost("/minimal", (Delegate)BodyAndFormEndpoints.Stream));
        RequireFailure("A request has one body", static app => app.MapFormAndBodyEndpoints(), static app => app.MapPost("/minimal", (Delegate)FormAndBodyEndpoints.Stream));
    }

    [Fact]
    public void A_route_value_is_in_the_pattern_or_in_the_prefix_of_a_group()
    {
        RequireFailure(
            "'some' is not a route parameter", static app => app.MapNoRouteEndpoints(), static app => app.MapGet("/minimal", (Delegate)NoRouteEndpoints.Stream));

        Assert.NotEmpty(EndpointsOf(static app => app.MapGroup("/{some}").MapNoRouteEndpoints()));
    }

    [Fact]
    public void What_the_container_has_is_no_body() => Assert.NotEmpty(EndpointsOf(
        static app => app.MapBodyOfGetEndpoints(), static builder => builder.Services.AddSingleton(new Unknown(1))));

    private static void RequireFailure(string message, Action<WebApplication> map, Action<WebApplication> mapMinimal)
    {
        Assert.Throws<InvalidOperationException>(() => EndpointsOf(mapMinimal));
        var failure = Assert.Throws<InvalidOperationException>(() => EndpointsOf(map));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private static List<Microsoft.AspNetCore.Http.Endpoint> EndpointsOf(Action<WebApplication> map, Action<WebApplicationBuilder>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddEventStreams();
        services?.Invoke(builder);
        using var app = builder.Build();
        map(app);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints)];
    }
}

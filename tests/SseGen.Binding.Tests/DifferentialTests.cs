using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SseGen.Binding.App;

namespace SseGen.Binding.Tests;

/// <summary>
/// Each request goes to an event stream and to the same method under <c>MapGet</c> or <c>MapPost</c>: status, content, bound values, log
/// entries and, in development, exceptions are equal.
/// </summary>
public sealed class DifferentialTests
{
    /// <summary>Where the framework has a bug that is not ours to repeat: an empty body for a nullable value (dotnet/aspnetcore 57055).</summary>
    private static readonly string[] s_departures = ["/post/BodyIntNullable", "/post/InferredStructNullable"];

    [Fact]
    public void There_are_enough_signatures_and_requests()
    {
        Assert.True(Handlers().Count() >= 80);
        Assert.True(RequestCatalog.All.Count >= 400);
    }

    [Theory]
    [InlineData("--environment=Production")]
    [InlineData("--environment=Development")]
    [InlineData("--environment=Production", "--problems")]
    [InlineData("--environment=Production", "--filters")]
    public async Task An_event_stream_binds_as_minimal_APIs_do(params string[] args)
    {
        await using var app = BindingApp.Create([.. args, "--urls=http://127.0.0.1:0"], MapReference);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = ClientOf(app);
        List<string> differences = [];

        foreach (var request in RequestCatalog.All)
        {
            var expected = await Answer.OfAsync(client, request, "/reference");
            var actual = await Answer.OfAsync(client, request);
            if (expected != actual && !IsDeparture(request))
            {
                differences.Add($"{request}\n  minimal API:  {expected}\n  event stream: {actual}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences)}");
    }

    [Theory]
    [InlineData("/departure/IdDefault", "00000000-0000-0000-0000-000000000000")]
    [InlineData("/departure/LastEventId", "null\nnull\nnull")]
    [InlineData("/departure/LastEventId?lastEventId=7", "'7'\n7\n'7'")]
    public async Task What_run_time_binding_cannot_do_works(string uri, string expected)
    {
        await using var app = BindingApp.Create(["--urls=http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = ClientOf(app);

        Assert.Equal(expected, (await Answer.OfAsync(client, new HandlerRequest("GET", uri))).Content);
    }

    [Theory]
    [InlineData("/post/BodyIntNullable")]
    [InlineData("/post/InferredStructNullable")]
    public async Task An_empty_body_for_a_nullable_value_is_null(string uri)
    {
        await using var app = BindingApp.Create(["--urls=http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = ClientOf(app);

        Assert.Equal("null", (await Answer.OfAsync(client, new HandlerRequest("POST", uri))).Content);
    }

    private static bool IsDeparture(HandlerRequest request) =>
        string.IsNullOrEmpty(request.Body) && s_departures.Any(uri => request.Uri.StartsWith(uri, StringComparison.Ordinal));

    private static HttpClient ClientOf(WebApplication app) => new()
    {
        BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()),
    };

    private static void MapReference(IEndpointRouteBuilder endpoints)
    {
        foreach (var method in Handlers())
        {
            var attribute = method.GetCustomAttribute<EventStreamAttribute>()!;
            var types = method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType);
            var handler = method.CreateDelegate(Expression.GetDelegateType([.. types]));
            endpoints.MapMethods("/reference" + attribute.Pattern, [attribute.HttpMethod], handler);
        }
    }

    private static IEnumerable<MethodInfo> Handlers() =>
        new[] { typeof(QueryHandlers), typeof(SourceHandlers), typeof(PostHandlers) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(EventStreamAttribute)));
}

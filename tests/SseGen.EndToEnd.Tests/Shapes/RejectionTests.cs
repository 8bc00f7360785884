using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SseGen.EndToEnd.Tests.Citizen;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Shapes;

/// <summary>A handler that decides against a stream answers as the same handler under <c>MapGet</c>.</summary>
public sealed class RejectionTests
{
    public static TheoryData<string> Names => [.. RejectionEndpoints.Names];

    [Fact]
    public void Each_result_of_the_framework_that_has_no_value_of_a_users_type_converts()
    {
        var converted = typeof(EventStreamResult<int>).GetMethods()
            .Where(static method => method.Name == "op_Implicit")
            .Select(static method => method.GetParameters()[0].ParameterType)
            .Where(static type => type != typeof(EventStreamRejection))
            .ToHashSet();
        var results = typeof(TypedResults).Assembly.GetExportedTypes()
            .Where(static type => type is { IsClass: true, IsGenericType: false } && type.IsAssignableTo(typeof(IResult)));

        Assert.Empty(results.Except(converted));
        Assert.Equal(RejectionEndpoints.Names.Order(), converted.Select(RejectionEndpoints.NameOf).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_result_answers_as_under_MapGet(string name)
    {
        await using var server = await StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = server.Http1Address,
        };

        var expected = await AnswerAsync(client, "/minimal/" + name);

        Assert.Equal(expected, await AnswerAsync(client, "/rejected/" + name));
        Assert.Equal(expected, await AnswerAsync(client, "/rejected-by-interface/" + name));
        Assert.DoesNotContain("text/event-stream", expected, StringComparison.Ordinal);
    }

    /// <summary>Status, headers and content; of a cookie its name, because its value is made anew each time.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, string uri)
    {
        using var response = await client.GetAsync(new Uri(uri, UriKind.Relative), TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(static header => header.Key is not "Date")
            .Select(static header => $"{header.Key}: {(header.Key == "Set-Cookie" ? header.Value.First().Split('=')[0] : string.Join(',', header.Value))}")
            .Order(StringComparer.Ordinal);
        var content = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n\n{WithoutTraceId(content)}";
    }

    private static string WithoutTraceId(string content)
    {
        var start = content.IndexOf(",\"traceId\"", StringComparison.Ordinal);
        return start < 0 ? content : content[..start];
    }

    private static Task<LiveServer> StartAsync() => CitizenServer.StartAsync(
        static builder => builder.Services.AddAuthentication().AddCookie("cookie"),
        static app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseRateLimiter();
            app.MapCitizenEndpoints();
            app.MapRejectionEndpoints();
            app.MapGet("/minimal/{name}", RejectionEndpoints.Result);
        });
}

using System.Globalization;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using SseGen.JsonCases;
using SseGen.TestKit;

namespace SseGen.Json.Tests;

/// <summary>
/// Every case, with values that CsCheck generates, over a real connection: each event's data must be what System.Text.Json writes, to
/// the byte.
/// </summary>
public sealed class DifferentialTests(CasesServer server) : IClassFixture<CasesServer>
{
    public static TheoryData<string> Cases => [.. JsonCase.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_data_is_what_System_Text_Json_writes(string pattern) =>
        Gen.ULong.SampleAsync(async seed => await AssertSameAsync(pattern, seed), iter: 40, threads: 1);

    [Fact]
    public void There_are_at_least_150_payload_types()
    {
        var types = JsonCase.All.Values.SelectMany(static @case => @case.ObjectTypes()).ToHashSet();

        Assert.True(types.Count >= 150, $"{types.Count} types");
    }

    private async Task AssertSameAsync(string pattern, ulong seed)
    {
        var @case = JsonCase.All[pattern];
        var expected = await @case.ExpectedAsync(seed);
        var uri = pattern + "?seed=" + seed.ToString(CultureInfo.InvariantCulture);
        var body = await server.Client.GetByteArrayAsync(new Uri(uri, UriKind.Relative), TestContext.Current.CancellationToken);
        var difference = EventData.Difference(expected, body);
        Assert.True(difference is null, $"{uri}, {difference}");
    }
}

/// <summary>The application of cases, whose values come from CsCheck.</summary>
public sealed class CasesServer : IAsyncLifetime
{
    private LiveServer? _server;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await LiveServer.StartAsync(
            static builder => builder.Services.AddEventStreams(),
            static app => JsonCasesEntryPoint.Map(app));
        Client = _server.Client();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

using System.Globalization;
using SseGen.Json.Tests;

namespace SseGen.Aot.Tests;

/// <summary>
/// Every payload type, from the native binary. System.Text.Json writes the same values in the process of the tests, which has a JIT and
/// may reflect; both sides draw them from the same seeds.
/// </summary>
public sealed class JsonDifferentialTests(PublishedJsonCases cases) : IClassFixture<PublishedJsonCases>
{
    private static readonly ulong[] s_seeds = [1, 2, 3, 5, 8, 13, 21, 34];

    [Fact]
    public void Publishing_payloads_of_every_kind_gives_no_warning() => Assert.Empty(cases.Warnings);

    [Fact]
    public async Task The_binary_writes_what_System_Text_Json_writes()
    {
        await using var server = await cases.StartAsync();
        using var client = server.Client();
        var different = new List<string>();
        foreach (var @case in JsonCase.All.Values)
        {
            foreach (var seed in s_seeds)
            {
                if (await DifferenceAsync(client, @case, seed) is { } difference)
                {
                    different.Add(difference);
                    break;
                }
            }
        }

        Assert.True(different.Count == 0, string.Join('\n', different) + "\n" + server.Output);
    }

    [Theory]
    [InlineData("ticks")]
    [InlineData("scalars")]
    public async Task The_binary_allocates_nothing_for_events_of_scalars_and_strings(string events)
    {
        await using var server = await cases.StartAsync();
        using var client = server.Client();
        var uri = new Uri("/allocations/" + events + "/bytes", UriKind.Relative);

        Assert.Equal("0", await client.GetStringAsync(uri, TestContext.Current.CancellationToken));
    }

    private static async Task<string?> DifferenceAsync(HttpClient client, JsonCase @case, ulong seed)
    {
        var expected = await @case.ExpectedAsync(seed);
        var uri = @case.Pattern + "?seed=" + seed.ToString(CultureInfo.InvariantCulture);
        using var response = await client.GetAsync(new Uri(uri, UriKind.Relative), TestContext.Current.CancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return $"{uri}: {response.StatusCode}";
        }

        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return EventData.Difference(expected, body) is { } difference ? $"{uri}, {difference}" : null;
    }
}

using System.Net;
using System.Text.RegularExpressions;

namespace SseGen.Aot.Tests;

/// <summary>The page comes out of the binary, which runs far from its sources.</summary>
public sealed partial class PageTests(RunningShowcase showcase) : IClassFixture<RunningShowcase>
{
    [Fact]
    public async Task The_page_is_served_with_everything_it_asks_for()
    {
        var asked = new HashSet<string> { "/" };
        var waiting = new Queue<string>(asked);
        while (waiting.TryDequeue(out var path))
        {
            using var response = await showcase.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var next in References().Matches(text).Select(match => new Uri(new Uri(showcase.Server.Address, path), match.Groups["path"].Value).AbsolutePath))
            {
                if (asked.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        Assert.Contains("/js/chart.js", asked);
        Assert.Contains("/source/MachineStreams.cs", asked);
        Assert.True(asked.Count > 15, string.Join(' ', asked));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/js/main.js", "text/javascript")]
    [InlineData("/css/tokens.css", "text/css")]
    [InlineData("/icon.svg", "image/svg+xml")]
    [InlineData("/source/MachineStreams.cs", "text/plain")]
    public async Task Files_have_their_types(string path, string type)
    {
        using var response = await showcase.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Nothing_comes_from_another_server()
    {
        var page = await showcase.Client.GetStringAsync("/", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?:src=|href=|from |source: )"(?<path>[./\w-]+\.\w+)""")]
    private static partial Regex References();
}

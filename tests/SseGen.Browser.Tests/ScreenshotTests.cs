using Microsoft.Playwright;
using SseGen.TestKit;

namespace SseGen.Browser.Tests;

/// <summary>The picture of the README.</summary>
public sealed class ScreenshotTests(Chromium chromium)
{
    /// <summary>When it is 1, the picture in the repository is taken anew; otherwise a run of the tests leaves it alone.</summary>
    private const string Variable = "SSEGEN_SCREENSHOT";

    [Fact]
    public async Task The_page_gives_a_picture()
    {
        var keep = Environment.GetEnvironmentVariable(Variable) == "1";
        await using var showcase = await ShowcasePage.OpenAsync(
            chromium, new() { ViewportSize = new() { Width = 1440, Height = 1230 }, ColorScheme = ColorScheme.Dark, DeviceScaleFactor = keep ? 1.5f : 1 });
        await showcase.ConnectionIsAsync("Live");
        if (keep)
        {
            await FillChartsAsync(showcase);
        }

        var picture = await showcase.Page.ScreenshotAsync();

        Assert.True(picture.Length > 50_000);
        if (keep)
        {
            var path = Repository.PathOf("docs", "images", "showcase.png");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, picture, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Some work between quiet times, so that there is something to see.</summary>
    private static async Task FillChartsAsync(ShowcasePage showcase)
    {
        foreach (var job in (int[])[0, 1])
        {
            await showcase.Page.WaitForTimeoutAsync(10_000);
            await showcase.Page.Locator(".job button").Nth(job).ClickAsync();
            await Assertions.Expect(showcase.Page.Locator(".job button").Nth(job)).ToHaveTextAsync("Start", new() { Timeout = 60_000 });
        }

        await showcase.Page.WaitForTimeoutAsync(10_000);
        // The click has scrolled to its button.
        await showcase.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await showcase.Page.Mouse.MoveAsync(0, 0);
    }
}

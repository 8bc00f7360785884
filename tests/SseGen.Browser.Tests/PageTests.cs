using Microsoft.Playwright;
using SseGen.TestKit;

namespace SseGen.Browser.Tests;

/// <summary>The page of the Showcase in a real browser, fed by the browser's own EventSource.</summary>
public sealed class PageTests(Chromium chromium)
{
    private static readonly string[] s_streams = ["/streams/machine", "/streams/runtime", "/streams/activity"];

    [Fact]
    public async Task Events_arrive_and_charts_change()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);
        await showcase.ConnectionIsAsync("Live");

        foreach (var chart in (string[])["#cpu", "#memory", "#disk", "#network", "#process-cpu", "#heap", "#gc", "#thread-pool"])
        {
            var line = $"{chart} .chart .line";
            await showcase.UntilAsync("line => document.querySelector(line)?.getAttribute('d')?.includes('L')", line);
            var drawn = await showcase.Page.Locator(line).First.GetAttributeAsync("d");
            await showcase.UntilAsync("([line, drawn]) => document.querySelector(line).getAttribute('d') !== drawn", new[] { line, drawn });
        }

        var before = await showcase.LastEventIdAsync("/streams/machine");
        await showcase.UntilAsync("before => Number(document.querySelector('#connections .id').textContent) > before", before);
        Assert.Empty(showcase.Errors);
    }

    [Fact]
    public async Task The_figures_are_those_of_this_machine()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);

        await Assertions.Expect(showcase.Page.Locator("#host")).ToContainTextAsync($"process {showcase.Server.Id}");
        await Assertions.Expect(showcase.Page.Locator("#host")).ToContainTextAsync(Environment.MachineName);
        await Assertions.Expect(showcase.Page.Locator(".core")).ToHaveCountAsync(File.ReadLines("/proc/stat").Count(line => line.StartsWith("cpu", StringComparison.Ordinal)) - 1);
        await Assertions.Expect(showcase.Page.Locator(".unavailable")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_asks_no_other_server_for_anything()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);
        await showcase.ConnectionIsAsync("Live");

        Assert.All(showcase.Requested, uri => Assert.Equal(showcase.Server.Address.Authority, uri.Authority));
    }

    [Fact]
    public async Task The_page_goes_on_where_it_was_after_the_server_was_restarted()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);
        await showcase.ConnectionIsAsync("Live");
        await showcase.UntilAsync("() => [...document.querySelectorAll('#connections .id')].every(id => Number(id.textContent) > 0)");
        var before = await Task.WhenAll(s_streams.Select(showcase.LastEventIdAsync));

        await showcase.RestartServerAsync();

        await showcase.ConnectionIsAsync("Live");
        await showcase.UntilAsync(
            "before => [...document.querySelectorAll('#connections .id')].every((id, i) => Number(id.textContent) > before[i])", before);
        await Assertions.Expect(showcase.Page.Locator("#host")).ToContainTextAsync($"process {showcase.Server.Id}");
    }

    [Fact]
    public async Task The_page_says_that_the_connection_is_lost_and_that_it_is_back()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);
        await showcase.ConnectionIsAsync("Live");

        await showcase.Server.KillAsync();
        await showcase.ConnectionIsAsync("Reconnecting");

        await showcase.RestartServerAsync();
        await showcase.ConnectionIsAsync("Live");
    }

    [Fact]
    public async Task A_job_is_started_and_reports_its_result()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);
        var job = showcase.Page.Locator(".job").Nth(1);

        await job.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(job.GetByRole(AriaRole.Button)).ToHaveTextAsync("Stop");
        await Assertions.Expect(job.Locator("output")).ToContainTextAsync(" allocated in ", new() { Timeout = (float)Bounded.Patience.TotalMilliseconds });
        await Assertions.Expect(job.GetByRole(AriaRole.Button)).ToHaveTextAsync("Start");
        // What the job did is told in the log, by the stream of activities.
        await Assertions.Expect(showcase.Page.Locator("#activity")).ToContainTextAsync("/jobs/garbage");
        await Assertions.Expect(showcase.Page.Locator("#activity .kind", new() { HasText = "collection" }).First).ToBeVisibleAsync();
        Assert.Empty(showcase.Errors);
    }

    [Fact]
    public async Task A_job_stops_when_its_stream_is_closed()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);
        var job = showcase.Page.Locator(".job").First;

        await job.GetByRole(AriaRole.Button).ClickAsync();
        await showcase.UntilAsync("() => document.querySelector('.job progress').value > 0");
        await job.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(job.Locator("output")).ToHaveTextAsync("Stopped");
        await Assertions.Expect(showcase.Page.Locator("#activity li", new() { HasText = "/jobs/primes" }).First).ToContainTextAsync("stream closed");
    }

    [Fact]
    public async Task The_arrow_keys_move_through_time()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);
        await showcase.ConnectionIsAsync("Live");
        var page = showcase.Page;
        await showcase.UntilAsync("() => Number(document.querySelector('#connections td:nth-child(4)').textContent) > 5");

        await page.Locator("#cpu .chart").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");

        await Assertions.Expect(page.Locator("#cpu .moment")).ToContainTextAsync("s ago");
        await Assertions.Expect(page.Locator("#heap .moment")).ToContainTextAsync("s ago");
        await Assertions.Expect(page.Locator("#announcer")).ToContainTextAsync("CPU: ");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#cpu .moment")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task The_handler_and_its_last_event_are_shown_side_by_side()
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium);

        await showcase.Page.GetByRole(AriaRole.Tab, new() { Name = "/streams/runtime" }).ClickAsync();

        await Assertions.Expect(showcase.Page.Locator("#wire-source")).ToContainTextAsync("[EventStream(\"/streams/runtime\"");
        await Assertions.Expect(showcase.Page.Locator("#wire-event")).ToContainTextAsync("event: runtime");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task Nothing_is_wider_than_the_window(int width)
    {
        await using var showcase = await ShowcasePage.OpenAsync(chromium, new() { ViewportSize = new() { Width = width, Height = 900 } });
        await showcase.ConnectionIsAsync("Live");

        Assert.Equal(width, await showcase.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}

using Microsoft.Playwright;

namespace SseGen.Browser.Tests.EventSources;

/// <summary>The browser's own <c>EventSource</c>, in a page from the stream's server.</summary>
internal sealed class ChromiumClient : EventSourceClient
{
    private readonly IBrowserContext _context;

    private ChromiumClient(IBrowserContext context) => _context = context;

    public static async Task<ChromiumClient> OpenAsync(Chromium chromium, Uri stream, string[] types)
    {
        var client = new ChromiumClient(await chromium.Browser.NewContextAsync());
        var page = await client._context.NewPageAsync();
        await page.ExposeFunctionAsync<string, bool>("report", json =>
        {
            client.Report(json);
            return true;
        });
        await page.GotoAsync(new Uri(stream, "/").ToString());
        await page.EvaluateAsync(
            """
            async ([url, types]) => {
              const { record } = await import('/recorder.mjs')
              record(EventSource, url, types, seen => report(JSON.stringify(seen)))
            }
            """,
            new object[] { stream.ToString(), types });
        return client;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _context.DisposeAsync();
}

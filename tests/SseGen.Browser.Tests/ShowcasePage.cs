using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.Playwright;
using SseGen.TestKit;

namespace SseGen.Browser.Tests;

/// <summary>The Showcase, running, and its page in a browser.</summary>
internal sealed class ShowcasePage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = new();

    private ShowcasePage(ServerProcess server, IBrowserContext context, IPage page)
    {
        Server = server;
        Context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Enqueue($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.RequestFailed += (_, request) =>
        {
            // A stream that the page itself closes counts as aborted.
            if (request.Failure != "net::ERR_ABORTED")
            {
                _errors.Enqueue($"{request.Url}: {request.Failure}");
            }
        };
        page.Request += (_, request) => Requested.Enqueue(new Uri(request.Url));
    }

    /// <summary>The server behind the page.</summary>
    public ServerProcess Server { get; private set; }

    /// <summary>The browser's window, of which more pages can be opened.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>All that went wrong in the page: messages of the console, exceptions, failed requests.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>All that the page has asked for.</summary>
    public ConcurrentQueue<Uri> Requested { get; } = new();

    /// <summary>Starts the Showcase and opens its page.</summary>
    public static async Task<ShowcasePage> OpenAsync(Chromium chromium, BrowserNewContextOptions? options = null)
    {
        var server = await StartServerAsync();
        var context = await chromium.Browser.NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout((float)Bounded.Patience.TotalMilliseconds);
        var opened = new ShowcasePage(server, context, await context.NewPageAsync());
        await opened.Page.GotoAsync(server.Address.ToString());
        return opened;
    }

    /// <summary>Starts the server again, at the address it had.</summary>
    public async Task RestartServerAsync()
    {
        await Server.DisposeAsync();
        Server = await StartServerAsync(Server.Address.Port);
    }

    /// <summary>Waits until the header says how the connection is.</summary>
    public Task ConnectionIsAsync(string state) => Assertions.Expect(Page.Locator("#connection-text")).ToHaveTextAsync(state, new() { Timeout = (float)Bounded.Patience.TotalMilliseconds });

    /// <summary>How many events of a stream the page has got.</summary>
    public async Task<int> ReceivedAsync(string path) =>
        int.Parse(await Row(path).Locator("td").Nth(3).InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>The id of the last event of a stream.</summary>
    public async Task<long> LastEventIdAsync(string path) => long.Parse(await Row(path).Locator(".id").InnerTextAsync(), CultureInfo.InvariantCulture);

    /// <summary>Waits until something holds in the page.</summary>
    /// <param name="expression">A JavaScript function: the page's policy lets no other text be evaluated.</param>
    /// <param name="argument">Its argument.</param>
    public Task UntilAsync(string expression, object? argument = null) => Page.WaitForFunctionAsync(expression, argument);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Server.DisposeAsync();
    }

    private ILocator Row(string path) => Page.Locator($"#connections tr[data-path='{path}']");

    private static Task<ServerProcess> StartServerAsync(int port = 0) => ServerProcess.StartAsync("dotnet", [Program], port);

    private static string Program { get; } =
        typeof(ShowcasePage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Showcase").Value!;
}

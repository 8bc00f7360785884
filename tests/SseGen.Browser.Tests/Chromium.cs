using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SseGen.Browser.Tests.Chromium))]

namespace SseGen.Browser.Tests;

/// <summary>The Chromium that is installed on this machine, without a window, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Names the browser's executable where it is not on the path.</summary>
    private const string Variable = "SSEGEN_CHROMIUM";

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>No sandbox, because tests often run as root in a container, and none of the browser's own traffic.</summary>
    private static readonly string[] s_switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser.</summary>
    public IBrowser Browser => _browser!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Find(), Headless = true, Args = s_switches });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A missing browser fails the tests: a test that is skipped proves nothing.</summary>
    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"{Variable} names a browser that is not there: {named}");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return s_names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"No browser on the path ({string.Join(", ", s_names)}). Install Chromium, or name one in {Variable}.");
    }
}

using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>The native binary, running, for the tests of one class.</summary>
public sealed class RunningShowcase(PublishedShowcase showcase) : IAsyncLifetime
{
    private HttpClient? _client;
    private ServerProcess? _server;

    /// <summary>The process.</summary>
    public ServerProcess Server => _server!;

    /// <summary>A client of it.</summary>
    public HttpClient Client => _client!;

    /// <summary>Opens one of its streams.</summary>
    public Task<SseReader> OpenAsync(string path, string? lastEventId = null) => SseReader.OpenAsync(Client, path, lastEventId);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _server = await showcase.StartAsync();
        _client = _server.Client();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

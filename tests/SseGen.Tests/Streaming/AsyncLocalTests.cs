using System.Threading.Channels;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>What a request keeps in async locals is there each time its source is asked, whoever has woken the stream.</summary>
public sealed class AsyncLocalTests
{
    private static readonly AsyncLocal<string?> s_request = new();

    [Fact]
    public async Task A_source_sees_the_requests_async_locals_however_often_it_is_asked()
    {
        var source = new Source();
        await using var app = await StreamApp.StartAsync(_ => source, pipeline: pipeline => pipeline.Use(next => context =>
        {
            s_request.Value = "the request's";
            return next(context);
        }));
        var opening = app.OpenAsync();
        source.Send();
        await using var stream = await opening;
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("the request's", (await stream.NextAsync()).Data);
            s_request.Value = "the sender's";
            source.Send();
        }
    }

    /// <summary>No async method: it is called with the async locals of whoever asks, and completes on the thread of whoever sends.</summary>
    private sealed class Source : IAsyncEnumerable<Item>, IAsyncEnumerator<Item>
    {
        private readonly Channel<bool> _sent = Channel.CreateUnbounded<bool>(new() { AllowSynchronousContinuations = true });
        private CancellationToken _token;

        public Item Current { get; private set; } = "";

        public void Send() => Assert.True(_sent.Writer.TryWrite(true));

        public IAsyncEnumerator<Item> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            _token = cancellationToken;
            return this;
        }

        public ValueTask<bool> MoveNextAsync()
        {
            Current = s_request.Value ?? "nobody's";
            return _sent.Reader.ReadAsync(_token);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

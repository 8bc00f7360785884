namespace SseGen.Tests.Streaming;

/// <summary>What waits to be sent is bounded: a writer that is ahead of its client waits.</summary>
public sealed class EventStreamWriterTests
{
    [Fact]
    public async Task A_writer_waits_for_room_when_its_capacity_is_taken()
    {
        var writer = new EventStreamWriter<int>(CancellationToken.None);
        for (var i = 0; i < EventStreamWriter<int>.Capacity; i++)
        {
            Assert.True(writer.WriteAsync(i, TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
        }

        var waiting = writer.WriteAsync(-1, TestContext.Current.CancellationToken).AsTask();
        Assert.False(waiting.IsCompleted);

        var release = new TaskCompletionSource();
        await using var events = writer.RunAsync(() => release.Task, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await events.MoveNextAsync());
        await waiting;

        release.SetResult();
        var last = events.Current;
        while (await events.MoveNextAsync())
        {
            last = events.Current;
        }

        Assert.Equal(-1, last);
    }

    [Fact]
    public async Task A_writer_that_waits_can_give_up()
    {
        var writer = new EventStreamWriter<int>(CancellationToken.None);
        for (var i = 0; i < EventStreamWriter<int>.Capacity; i++)
        {
            await writer.WriteAsync(i, TestContext.Current.CancellationToken);
        }

        using var patience = new CancellationTokenSource();
        var waiting = writer.WriteAsync(-1, patience.Token).AsTask();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
    }
}

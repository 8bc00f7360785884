using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SseGen.Framing;
using SseGen.TestKit;
using SseGen.Topics;

namespace SseGen.Tests.Topics;

/// <summary>Subscribers that are woken at most once in a window: what comes alone at once, what follows at its end and together.</summary>
public sealed class CoalesceWindowTests
{
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_almost = TimeSpan.FromMilliseconds(99);
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task An_event_that_comes_alone_is_not_held_back()
    {
        using var log = Log(s_window);
        var subscriber = Join(log, window: null);
        for (var number = 1; number <= 3; number++)
        {
            var wait = subscriber.WaitAsync();
            log.Publish(new Tick(null, number));

            await wait.Within();
            Assert.Equal([number], ReadAll(subscriber));
            _time.Advance(s_window);
        }
    }

    [Fact]
    public async Task What_follows_within_the_window_comes_at_its_end_and_together()
    {
        using var log = Log(s_window);
        var subscriber = Join(log, window: null);
        await BeginWindowAsync(log, subscriber);

        var second = subscriber.WaitAsync();
        for (var number = 2; number <= 5; number++)
        {
            log.Publish(new Tick(null, number));
        }

        _time.Advance(s_almost);
        Assert.False(second.IsCompleted);
        _time.Advance(s_rest);
        await second.Within();
        Assert.Equal([2, 3, 4, 5], ReadAll(subscriber));
    }

    [Fact]
    public async Task One_who_waits_when_more_is_there_already_waits_for_the_end_of_the_window()
    {
        using var log = Log(s_window);
        var subscriber = Join(log, window: null);
        await BeginWindowAsync(log, subscriber);

        log.Publish(new Tick(null, 2));
        var second = subscriber.WaitAsync();
        _time.Advance(s_almost);
        Assert.False(second.IsCompleted);
        _time.Advance(s_rest);
        await second.Within();
        Assert.Equal([2], ReadAll(subscriber));
    }

    [Fact]
    public async Task The_first_event_that_has_to_wait_waits_a_whole_window()
    {
        using var log = Log(s_window);
        var subscriber = Join(log, window: null);
        await BeginWindowAsync(log, subscriber);
        _time.Advance(s_window / 2);
        log.Publish(new Tick(null, 2));
        var second = subscriber.WaitAsync();

        _time.Advance(s_almost);
        Assert.False(second.IsCompleted);
        _time.Advance(s_rest);
        await second.Within();
    }

    [Fact]
    public async Task The_window_is_not_cut_short_by_timers_that_count_whole_milliseconds()
    {
        var window = s_window - (s_rest / 2);
        using var log = Log(window);
        var subscriber = Join(log, window: null);
        await BeginWindowAsync(log, subscriber);
        log.Publish(new Tick(null, 2));
        var second = subscriber.WaitAsync();

        _time.Advance(window);
        Assert.False(second.IsCompleted);
        _time.Advance(s_rest / 2);
        await second.Within();
    }

    [Fact]
    public async Task An_endpoint_has_a_window_of_its_own()
    {
        using var log = Log(window: TimeSpan.Zero);
        var (prompt, patient) = (Join(log, window: null), Join(log, s_window));
        Task[] first = [prompt.WaitAsync(), patient.WaitAsync()];
        log.Publish(new Tick(null, 1));
        await Task.WhenAll(first).Within("both to be woken by what comes alone");
        Assert.Equal([1], ReadAll(prompt));
        Assert.Equal([1], ReadAll(patient));

        var soon = prompt.WaitAsync();
        var later = patient.WaitAsync();
        log.Publish(new Tick(null, 2));

        await soon.Within();
        Assert.False(later.IsCompleted);
        _time.Advance(s_window);
        await later.Within();
        Assert.Equal([2], ReadAll(patient));
    }

    [Fact]
    public async Task The_end_of_a_subscription_does_not_wait_for_the_window()
    {
        using var log = Log(s_window);
        var subscriber = Join(log, window: null);
        await BeginWindowAsync(log, subscriber);
        log.Publish(new Tick(null, 2));
        var second = subscriber.WaitAsync();

        subscriber.Place.EndAfterBacklog();

        await second.Within();
        Assert.Equal([2], ReadAll(subscriber));
    }

    [Fact]
    public async Task What_comes_while_events_are_sent_to_one_after_the_other_is_for_the_next_window()
    {
        var topic = TestTopic.Create(new EventTopicOptions { CoalesceWindow = s_window }, timeProvider: _time);
        var streams = Enumerable.Range(0, 40).Select(_ => new FrameStream(topic)).ToList();
        var wakes = streams.ConvertAll(stream => stream.MoveAsync());
        await topic.PublishAsync(new Tick(null, 1), TestContext.Current.CancellationToken);
        await Task.WhenAll(wakes).Within("all to be woken");

        // The first of each list has its batch put together; the others are to be sent the same.
        var lists = streams.Chunk(Math.Min(Environment.ProcessorCount, 16)).ToList();
        foreach (var stream in lists[0])
        {
            Assert.Equal("1", await WrittenAsync(stream));
        }

        await topic.PublishAsync(new Tick(null, 2), TestContext.Current.CancellationToken);
        foreach (var stream in lists.Skip(1).SelectMany(list => list))
        {
            Assert.Equal("1", await WrittenAsync(stream));
        }

        wakes = streams.ConvertAll(stream => stream.MoveAsync());
        Assert.All(wakes, wake => Assert.False(wake.IsCompleted));
        _time.Advance(s_window);
        await Task.WhenAll(wakes).Within("all to be woken at the end of the window");
        foreach (var stream in streams)
        {
            Assert.Equal("2", await WrittenAsync(stream));
            await stream.DisposeAsync();
        }
    }

    /// <summary>Writes what the stream has, and reads the numbers in the events' ids.</summary>
    private static async Task<string> WrittenAsync(FrameStream stream)
    {
        var pipe = new Pipe();
        using var buffer = new PipeEventBuffer(pipe.Writer);
        stream.Source.WriteCurrent(buffer, enough: 0);
        await buffer.FlushAsync(CancellationToken.None);
        Assert.True(pipe.Reader.TryRead(out var result));
        return string.Join(' ', Encoding.UTF8.GetString(result.Buffer).Split('\n')
            .Where(line => line.StartsWith("id: ", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf('-', StringComparison.Ordinal) + 1)..]));
    }

    private TopicLog Log(TimeSpan window) => new(new() { CoalesceWindow = window }, isCoalesced: false, epoch: 7, _time);

    private static WaitingSubscriber Join(TopicLog log, TimeSpan? window) => log.Join(lastEventId: null, window);

    /// <summary>The first event comes alone, and begins a window.</summary>
    private static async Task BeginWindowAsync(TopicLog log, WaitingSubscriber subscriber)
    {
        var wait = subscriber.WaitAsync();
        log.Publish(new Tick(null, 1));
        await wait.Within();
        Assert.Equal([1], ReadAll(subscriber));
    }

    private static List<int> ReadAll(WaitingSubscriber subscriber)
    {
        var numbers = new List<int>();
        while (subscriber.Place.Read(out var entry) == TopicRead.Event)
        {
            numbers.Add(((TopicEntry<Tick>)entry!).Item.Number);
        }

        return numbers;
    }
}

using SseGen.TestKit;
using SseGen.Topics;

namespace SseGen.Tests.Topics;

/// <summary>The cases of resuming and waiting that have a name.</summary>
public sealed class TopicLogTests
{
    [Fact]
    public void A_new_subscriber_starts_at_the_present()
    {
        var log = TestTopic.Log(new());
        log.Publish(new Tick("a", 1));
        var subscriber = log.Join();
        log.Publish(new Tick("a", 2));

        Assert.Equal([2], ReadAll(subscriber));
    }

    [Theory]
    [InlineData("7-2", "3,4,5")]
    [InlineData("7-5", "")]
    [InlineData("7-1", "gap(1),3,4,5")]
    [InlineData("7-0", "gap(2),3,4,5")]
    [InlineData("7-6", "gap(?),3,4,5")]
    [InlineData("6-4", "gap(?),3,4,5")]
    [InlineData("8-4", "gap(?),3,4,5")]
    [InlineData("07-4", "gap(?),3,4,5")]
    [InlineData("7-04", "gap(?),3,4,5")]
    [InlineData("7-", "gap(?),3,4,5")]
    [InlineData("7-99999999999999999999999", "gap(?),3,4,5")]
    [InlineData("-4", "gap(?),3,4,5")]
    [InlineData("+7-4", "gap(?),3,4,5")]
    [InlineData("nonsense", "gap(?),3,4,5")]
    [InlineData("", "gap(?),3,4,5")]
    public void One_who_resumes_gets_what_is_kept_and_is_told_what_is_not(string lastEventId, string expected)
    {
        var log = TestTopic.Log(new() { Capacity = 3 });
        for (var number = 1; number <= 5; number++)
        {
            log.Publish(new Tick("a", number));
        }

        Assert.Equal(expected, Describe(log.Join(lastEventId)));
    }

    [Fact]
    public void The_id_of_a_gap_is_a_place_from_which_there_is_no_gap()
    {
        var log = TestTopic.Log(new() { Capacity = 3 });
        var subscriber = log.Join("6-4");
        Assert.Equal(TopicRead.Gap, subscriber.Read(out _));
        var gap = subscriber.TakeGap();
        Assert.Equal(new EventGap(null, new TopicEventId(7, 0)), gap);

        log.Publish(new Tick("a", 1));

        Assert.Equal("1", Describe(log.Join(gap.Place.ToString())));
    }

    [Fact]
    public void What_a_mirror_has_not_heard_of_is_a_gap_for_those_who_were_there_and_for_those_who_resume()
    {
        var log = Mirror(LagPolicy.Skip);
        Append(log, new(3, 10));
        var present = log.Join();
        Append(log, new(3, 13));
        Append(log, new(4, 1));
        Append(log, new(3, 14));

        Assert.Equal("gap(2),3-13,gap(?),4-1", Describe(present, byId: true));
        Assert.Equal("gap(2),3-13,gap(?),4-1", Describe(log.Join("3-10"), byId: true));
        Assert.Equal("gap(1),3-13,gap(?),4-1", Describe(log.Join("3-11"), byId: true));
        Assert.Equal("gap(?),4-1", Describe(log.Join("3-13"), byId: true));
        Assert.Equal("", Describe(log.Join("4-1"), byId: true));
    }

    [Fact]
    public void A_response_that_must_not_have_a_hole_ends_at_what_a_mirror_has_not_heard_of()
    {
        var log = Mirror(LagPolicy.Disconnect);
        Append(log, new(3, 10));
        var present = log.Join("3-9");
        Append(log, new(3, 12));

        Assert.Equal("3-10,lagged", Describe(present, byId: true));
        Assert.Equal("gap(1),3-12", Describe(log.Join("3-10"), byId: true));
    }

    [Fact]
    public async Task Publishing_waits_for_the_slowest_and_keeps_its_order()
    {
        var log = TestTopic.Log(new() { Capacity = 2, WhenLagging = LagPolicy.Wait });
        var (quick, slow) = (log.Join(), log.Join());
        log.Publish(new Tick("a", 1));
        log.Publish(new Tick("a", 2));
        var third = PublishLater(log, 3, CancellationToken.None);
        var fourth = PublishLater(log, 4, CancellationToken.None);

        Assert.Equal([1, 2], ReadAll(quick));
        Assert.False(third.IsCompleted);

        Assert.Equal(TopicRead.Event, slow.Read(out _));
        slow.Release();
        Assert.Equal(new TopicEventId(7, 3), await third.Within());
        Assert.False(fourth.IsCompleted);

        log.Leave(slow);
        Assert.Equal(new TopicEventId(7, 4), await fourth.Within());
        Assert.Equal([3, 4], ReadAll(quick));
    }

    [Fact]
    public async Task A_publication_that_is_given_up_is_never_published()
    {
        var log = TestTopic.Log(new() { Capacity = 1, WhenLagging = LagPolicy.Wait });
        var subscriber = log.Join();
        log.Publish(new Tick("a", 1));
        using var cancellation = new CancellationTokenSource();
        var given = PublishLater(log, 2, cancellation.Token);
        var kept = PublishLater(log, 3, CancellationToken.None);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given.Within());
        Assert.Equal([1, 3], ReadAll(subscriber));
        Assert.Equal(new TopicEventId(7, 2), await kept.Within());
    }

    [Fact]
    public void One_who_resumes_far_back_holds_publishing_up_as_well()
    {
        var log = TestTopic.Log(new() { Capacity = 2, WhenLagging = LagPolicy.Wait });
        log.Publish(new Tick("a", 1));
        log.Publish(new Tick("a", 2));
        log.Publish(new Tick("a", 3));
        log.Join("7-1");

        Assert.False(PublishLater(log, 4, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Ending_a_subscriber_ends_its_wait()
    {
        var log = TestTopic.Log(new());
        var subscriber = log.Join(lastEventId: null, window: null);
        var wait = subscriber.WaitAsync();
        Assert.False(wait.IsCompleted);

        subscriber.Place.End();

        await wait.Within();
        Assert.True(subscriber.Place.IsEnded);
        log.Publish(new Tick("a", 1));
        Assert.Equal(TopicRead.Nothing, subscriber.Place.Read(out _));
        Assert.True(subscriber.WaitAsync().IsCompleted);
    }

    [Fact]
    public void A_subscriber_that_ends_with_the_host_gets_what_has_been_published_by_then()
    {
        var log = TestTopic.Log(new());
        var subscriber = log.Join();
        log.Publish(new Tick("a", 1));
        subscriber.EndAfterBacklog();
        log.Publish(new Tick("a", 2));

        Assert.Equal([1], ReadAll(subscriber));
        Assert.True(subscriber.IsEnded);
    }

    private static Task<TopicEventId> PublishLater(TopicLog log, int number, CancellationToken cancellationToken)
    {
        Assert.True(log.TryPublish(new TopicEntry<Tick>(new Tick("a", number), null), "data: x\n"u8, cancellationToken, out var result));
        return result.AsTask();
    }

    private static TopicLog Mirror(LagPolicy policy) => new(new() { WhenLagging = policy }, isCoalesced: false, epoch: null, TimeProvider.System);

    private static void Append(TopicLog log, TopicEventId id) =>
        log.Append(new TopicEntry<Tick>(new Tick(null, (int)id.Sequence), null), id, "data: x\n"u8);

    private static List<int> ReadAll(TopicSubscriber subscriber)
    {
        var numbers = new List<int>();
        while (subscriber.Read(out var entry) == TopicRead.Event)
        {
            numbers.Add(((TopicEntry<Tick>)entry!).Item.Number);
            subscriber.Release();
        }

        return numbers;
    }

    private static string Describe(TopicSubscriber subscriber, bool byId = false)
    {
        var seen = new List<string>();
        while (true)
        {
            switch (subscriber.Read(out var entry))
            {
                case TopicRead.Event:
                    seen.Add(byId ? entry!.Id.ToString() : $"{((TopicEntry<Tick>)entry!).Item.Number}");
                    continue;
                case TopicRead.Gap:
                    seen.Add($"gap({subscriber.TakeGap().Missed?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"})");
                    continue;
                case TopicRead.Lagged:
                    seen.Add("lagged");
                    break;
            }

            return string.Join(",", seen);
        }
    }
}

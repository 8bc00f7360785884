using CsCheck;
using SseGen.Streaming;

namespace SseGen.Tests.Streaming;

public sealed class DeadlineQueueTests
{
    [Fact]
    public void The_first_item_is_always_the_one_with_the_earliest_deadline()
    {
        var operation = Gen.Select(Gen.Int[0, 40], Gen.Long[0, 1000], Gen.Int[0, 3]);
        operation.List[0, 300].Sample(operations =>
        {
            var items = Enumerable.Range(0, 41).Select(_ => new Item()).ToArray();
            var model = new Dictionary<Item, long>();
            var queue = new DeadlineQueue();
            foreach (var (index, deadline, kind) in operations)
            {
                if (kind == 0)
                {
                    queue.Remove(items[index]);
                    model.Remove(items[index]);
                }
                else
                {
                    queue.Set(items[index], deadline);
                    model[items[index]] = deadline;
                }

                Assert.Equal(model.Count, queue.Count);
                Assert.Equal(model.Count == 0 ? null : model.Values.Min(), queue.First?.Deadline);
            }

            foreach (var deadline in model.Values.Order())
            {
                Assert.Equal(deadline, queue.First!.Deadline);
                queue.Remove(queue.First);
            }

            Assert.Null(queue.First);
        });
    }

    private sealed class Item : ScheduledItem
    {
        public override long OnDeadline(long now, long horizon) => StreamClock.Never;
    }
}

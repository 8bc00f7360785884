using System.IO.Pipelines;
using System.Text;
using CsCheck;
using SseGen.Framing;

namespace SseGen.Tests.Framing;

/// <summary>Whatever comes in whichever order, and is flushed whenever: the pipe is given the same bytes in the same order.</summary>
public sealed class PipeEventBufferTests
{
    private static readonly Gen<Step> s_step = Gen.Frequency(
        (5, Gen.Int[1, 900].Select(length => (Step)new Write(length))),
        (1, Gen.Int[3_000, 9_000].Select(length => (Step)new Write(length))),
        (4, Gen.Int[1, 5_000].Select(length => (Step)new Share(length))),
        (2, Gen.Int[1, 5_000].Select(length => (Step)new Copy(length))),
        (1, Gen.Int[1, 900].Select(length => (Step)new GiveUp(length))),
        (3, Gen.Const((Step)new Flush())));

    [Fact]
    public async Task Events_arrive_whole_and_in_order() =>
        await s_step.List[1, 60].SampleAsync(async steps =>
        {
            var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
            using var buffer = new PipeEventBuffer(pipe.Writer);
            var expected = new StringBuilder();
            var unflushed = 0;
            foreach (var step in steps)
            {
                var text = new string((char)('a' + (expected.Length % 26)), step.Length);
                await step.RunAsync(buffer, Encoding.ASCII.GetBytes(text));
                unflushed = step is Flush ? 0 : unflushed + (step is GiveUp ? 0 : step.Length);
                expected.Append(step is GiveUp ? "" : text);
                Assert.Equal(unflushed, buffer.UnflushedBytes);
            }

            await buffer.FlushAsync(CancellationToken.None);
            await pipe.Writer.CompleteAsync();
            using var reader = new StreamReader(pipe.Reader.AsStream());
            Assert.Equal(expected.ToString(), await reader.ReadToEndAsync());
        });

    private abstract record Step(int Length)
    {
        public virtual Task RunAsync(PipeEventBuffer buffer, byte[] bytes)
        {
            Run(buffer, bytes);
            return Task.CompletedTask;
        }

        protected abstract void Run(PipeEventBuffer buffer, byte[] bytes);
    }

    /// <summary>An event of the stream's own.</summary>
    private sealed record Write(int Length) : Step(Length)
    {
        protected override void Run(PipeEventBuffer buffer, byte[] bytes)
        {
            var writer = new Utf8EventWriter(buffer);
            writer.WriteRaw(bytes);
            writer.Complete();
        }
    }

    /// <summary>Events that are sent to others as well.</summary>
    private sealed record Share(int Length) : Step(Length)
    {
        protected override void Run(PipeEventBuffer buffer, byte[] bytes) => buffer.WriteShared(bytes);
    }

    /// <summary>Events in memory that belongs to somebody else.</summary>
    private sealed record Copy(int Length) : Step(Length)
    {
        protected override void Run(PipeEventBuffer buffer, byte[] bytes)
        {
            buffer.WriteEvents(bytes.AsSpan());
            bytes.AsSpan().Clear();
        }
    }

    /// <summary>An event whose payload throws half-way.</summary>
    private sealed record GiveUp(int Length) : Step(Length)
    {
        protected override void Run(PipeEventBuffer buffer, byte[] bytes)
        {
            var writer = new Utf8EventWriter(buffer);
            writer.WriteRaw(bytes);
            buffer.DiscardEvent();
        }
    }

    private sealed record Flush() : Step(0)
    {
        public override async Task RunAsync(PipeEventBuffer buffer, byte[] bytes) => await buffer.FlushAsync(CancellationToken.None);

        protected override void Run(PipeEventBuffer buffer, byte[] bytes) => throw new InvalidOperationException("Flushes are awaited.");
    }
}

using Showcase.Metrics;

namespace Showcase.Activity;

/// <summary>Something that happened in this process.</summary>
/// <param name="Sequence">Its number, which grows.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What kind of thing: the event's type on the wire.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Detail">More about it.</param>
public sealed record ActivityEntry(long Sequence, DateTimeOffset At, string Kind, string Title, string Detail) : ISample;

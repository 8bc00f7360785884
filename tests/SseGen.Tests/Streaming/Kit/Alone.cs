namespace SseGen.Tests.Streaming.Kit;

/// <summary>
/// Tests that run while no other does, because they look at the whole process: what it allocates, and what all its meters say.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

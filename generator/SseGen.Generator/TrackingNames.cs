namespace SseGen.Generator;

/// <summary>Names of the pipeline's steps: tests ask whether an edit made them run again.</summary>
internal static class TrackingNames
{
    /// <summary>One spec for each method.</summary>
    public const string Endpoints = nameof(Endpoints);

    /// <summary>The endpoints of each class.</summary>
    public const string Handlers = nameof(Handlers);

    /// <summary>The name given by <c>[assembly: EventStreamEndpoints]</c>.</summary>
    public const string EntryPoint = nameof(EntryPoint);

    /// <summary>What <c>MapEventStreams()</c> has to call.</summary>
    public const string Maps = nameof(Maps);

    /// <summary>The files of the payload types, each type once, whatever the number of endpoints.</summary>
    public const string Payloads = nameof(Payloads);

    /// <summary>The types that API descriptions speak of.</summary>
    public const string Descriptions = nameof(Descriptions);

    /// <summary>Each type that is published to topics, once.</summary>
    public const string TopicItems = nameof(TopicItems);
}

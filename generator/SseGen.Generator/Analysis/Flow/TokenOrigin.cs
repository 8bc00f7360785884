namespace SseGen.Generator.Analysis.Flow;

/// <summary>What a value has to do with the stream's cancellation. Ordered: of several possible origins the greatest counts.</summary>
internal enum TokenOrigin
{
    /// <summary>Nothing: the value carries no token.</summary>
    None,

    /// <summary>A token that certainly never fires for this stream: <c>default</c>, <c>None</c>, a source that is linked to nothing.</summary>
    Unrelated,

    /// <summary>A token of unknown origin. It gets the benefit of the doubt.</summary>
    Unknown,

    /// <summary>The stream's token, <c>Stopping</c>, one linked to them, or something that was given one.</summary>
    Related,
}

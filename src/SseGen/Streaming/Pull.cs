namespace SseGen.Streaming;

/// <summary>Where a <see cref="FrameSource"/> stands.</summary>
internal enum Pull
{
    /// <summary>It has not been asked for the next item.</summary>
    Idle,

    /// <summary>It has been asked, and works on it.</summary>
    Pending,

    /// <summary>Its current item has not been written.</summary>
    Item,

    /// <summary>It has nothing more to give.</summary>
    End,
}

using System.ComponentModel;

namespace SseGen.Hosting;

/// <summary>What a parameter wants of the request's body; API descriptions and the matching of content types follow it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum BodyUse
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is the body's JSON.</summary>
    Json,

    /// <summary>It is the body's JSON unless the container has the type.</summary>
    JsonUnlessService,

    /// <summary>It is a field of a form.</summary>
    Form,

    /// <summary>It is a file of a form.</summary>
    FormFile,
}

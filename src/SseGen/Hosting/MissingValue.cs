namespace SseGen.Hosting;

/// <summary>
/// What stands for a required body, or result of <c>BindAsync</c>, that is missing, where somebody is to see it all the same: a filter, or an
/// object of parameters.
/// </summary>
internal static class MissingValue
{
    /// <summary>
    /// Null. There is none for a struct, and no default in its place: minimal APIs unbox it and fail, so that such a request is answered 500
    /// by them, and is here.
    /// </summary>
    /// <exception cref="NullReferenceException"><typeparamref name="T"/> is a struct.</exception>
    public static T Of<T>() => (T)(object?)null!;
}

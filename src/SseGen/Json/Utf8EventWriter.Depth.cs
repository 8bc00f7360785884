using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SseGen.Framing;

/// <summary>How deep the JSON is nested: a cycle in a payload must end in an exception, not in a stack overflow.</summary>
public ref partial struct Utf8EventWriter
{
    /// <summary>System.Text.Json's default: what lies within 64 objects and arrays is refused.</summary>
    internal const int MaxDepth = 64;

    /// <summary>Enters an object or array that is not empty.</summary>
    /// <exception cref="JsonException">It is nested too deep, or contains itself.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterContainer()
    {
        if (++_depth >= MaxDepth)
        {
            ThrowTooDeep();
        }
    }

    /// <summary>Leaves what <see cref="EnterContainer"/> entered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LeaveContainer() => _depth--;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowTooDeep() => throw new JsonException(
        "A possible object cycle was detected. This can either be due to a cycle or if the object depth is larger than the maximum "
        + $"allowed depth of {MaxDepth}.");
}

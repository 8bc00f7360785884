using System.Runtime.CompilerServices;
using System.Text.Json;
using SseGen.Json;

namespace SseGen.Framing;

/// <summary>How deep the JSON is nested: a cycle in a payload must end in an exception, not in a stack overflow.</summary>
public ref partial struct Utf8EventWriter
{
    /// <summary>System.Text.Json's default: a value within 64 objects and arrays is refused, unless it is null.</summary>
    internal const int MaxDepth = 64;

    /// <summary>Enters an object that holds a value in any case.</summary>
    /// <exception cref="JsonException">It is nested too deep, or contains itself.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterContainer()
    {
        if (++_depth >= MaxDepth)
        {
            ThrowTooDeep();
        }
    }

    /// <summary>
    /// Enters an array, a dictionary, or an object whose members may all be null or left out; tells whether they must be, because the limit
    /// has been reached.
    /// </summary>
    /// <exception cref="JsonException">It is nested too deep, or contains itself.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EnterSparseContainer()
    {
        if (++_depth < MaxDepth)
        {
            return false;
        }

        return IsAtLimit();
    }

    /// <summary>Says that the array or dictionary entered last holds a value.</summary>
    /// <exception cref="JsonException">It is nested too deep, or contains itself.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void CheckDepth()
    {
        if (_depth >= MaxDepth)
        {
            ThrowTooDeep();
        }
    }

    /// <summary>Leaves what was entered last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LeaveContainer() => _depth--;

    /// <summary>Refuses the event, and says where in it the limit was reached.</summary>
    /// <exception cref="JsonException">Always.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void ThrowTooDeep() => throw new JsonException(
        "A possible object cycle was detected. This can either be due to a cycle or if the object depth is larger than the maximum "
        + $"allowed depth of {MaxDepth}. Consider using ReferenceHandler.Preserve on JsonSerializerOptions to support cycles. "
        + $"Path: {JsonPath.Of(Written)}.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool IsAtLimit()
    {
        if (_depth > MaxDepth)
        {
            ThrowTooDeep();
        }

        return true;
    }
}

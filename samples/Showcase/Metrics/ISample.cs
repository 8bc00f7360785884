namespace Showcase.Metrics;

/// <summary>Something with a place in a <see cref="SampleLog{T}"/>.</summary>
public interface ISample
{
    /// <summary>The place; each is higher than the one before.</summary>
    long Sequence { get; }
}

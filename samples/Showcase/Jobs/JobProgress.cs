namespace Showcase.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="Done">The share that is done, in percent.</param>
/// <param name="Found">What it has found so far.</param>
/// <param name="ElapsedMilliseconds">How long it has taken so far.</param>
public sealed record JobProgress(double Done, long Found, long ElapsedMilliseconds);

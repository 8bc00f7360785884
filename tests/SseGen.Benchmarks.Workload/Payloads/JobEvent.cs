using System.Text.Json.Serialization;

namespace SseGen.Benchmarks.Payloads;

/// <summary>A polymorphic payload: the declared type is the base, the value one of its cases.</summary>
[JsonDerivedType(typeof(JobStarted), "started")]
[JsonDerivedType(typeof(JobProgress), "progress")]
[JsonDerivedType(typeof(JobFinished), "finished")]
public abstract record JobEvent(string JobId);

/// <summary>The job has begun.</summary>
public sealed record JobStarted(string JobId, DateTimeOffset At) : JobEvent(JobId);

/// <summary>The job goes on.</summary>
public sealed record JobProgress(string JobId, double Percent, string Step) : JobEvent(JobId);

/// <summary>The job is done.</summary>
public sealed record JobFinished(string JobId, TimeSpan Duration, bool Succeeded) : JobEvent(JobId);

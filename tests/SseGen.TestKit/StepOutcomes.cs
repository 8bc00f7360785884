using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit;

namespace SseGen.TestKit;

/// <summary>What became of each step of an incremental run: which were answered from the cache, which ran, and to what effect.</summary>
public sealed class StepOutcomes
{
    /// <summary>The name under which the generated files stand.</summary>
    public const string Output = "Output";

    private readonly ImmutableSortedDictionary<string, ImmutableArray<IncrementalStepRunReason>> _steps;

    private StepOutcomes(ImmutableSortedDictionary<string, ImmutableArray<IncrementalStepRunReason>> steps) => _steps = steps;

    /// <summary>The names of the steps.</summary>
    public IEnumerable<string> Names => _steps.Keys;

    /// <summary>The outcome of each of a step's results, in their order.</summary>
    public ImmutableArray<IncrementalStepRunReason> this[string step] =>
        _steps.TryGetValue(step, out var outcomes) ? outcomes : throw new KeyNotFoundException($"No step '{step}' in:\n{this}");

    /// <summary>Reads the outcomes out of a run.</summary>
    public static StepOutcomes Of(GeneratorDriverRunResult result)
    {
        var named = result.Results
            .SelectMany(one => one.TrackedSteps)
            .Where(step => !IsRoslynsOwn(step.Key))
            .ToLookup(step => step.Key, step => step.Value);
        var outputs = result.Results.SelectMany(one => one.TrackedOutputSteps.Values).ToList();
        return new StepOutcomes(named
            .Select(step => KeyValuePair.Create(step.Key, Reasons(step)))
            .Append(KeyValuePair.Create(Output, Reasons(outputs)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>Requires that nothing had to be done, and that there is a step at all to say it of.</summary>
    public void RequireCached()
    {
        Assert.True(_steps.Count > 1, "The generator names no step (WithTrackingName), so nothing can be said of its caching.");
        foreach (var (step, outcomes) in _steps)
        {
            Assert.True(outcomes.All(IsCached), $"Step '{step}' is not cached after an unrelated edit:\n{this}");
        }
    }

    /// <summary>Requires that all results of a step come from the cache, or came out as they were.</summary>
    public void RequireCached(string step) => Assert.True(this[step].All(IsCached), $"Step '{step}' is not cached:\n{this}");

    /// <summary>Requires that a step gave something new, and returns how many of its results are.</summary>
    public int RequireChanged(string step)
    {
        var changed = this[step].Count(outcome => !IsCached(outcome));
        Assert.True(changed > 0, $"Step '{step}' is cached, but the edit must reach it:\n{this}");
        return changed;
    }

    public override string ToString() =>
        string.Join("\n", _steps.Select(step => $"  {step.Key}: {string.Join(", ", step.Value)}"));

    private static bool IsCached(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static ImmutableArray<IncrementalStepRunReason> Reasons(IEnumerable<ImmutableArray<IncrementalGeneratorRunStep>> runs) =>
        [.. runs.SelectMany(run => run).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    /// <summary>Roslyn names steps of its own: the inputs, the outputs, and the insides of ForAttributeWithMetadataName.</summary>
    private static bool IsRoslynsOwn(string step) =>
        step is WellKnownGeneratorInputs.Compilation
            or "CompilationOptions"
            or WellKnownGeneratorInputs.ParseOptions
            or WellKnownGeneratorInputs.AdditionalTexts
            or WellKnownGeneratorInputs.AnalyzerConfigOptions
            or WellKnownGeneratorInputs.MetadataReferences
            or WellKnownGeneratorOutputs.SourceOutput
            or WellKnownGeneratorOutputs.ImplementationSourceOutput
        || step.Contains("_ForAttribute", StringComparison.Ordinal);
}

namespace SseGen.Benchmarks.Measuring;

/// <summary>
/// Runs all subjects in every round, back and forth, so that whatever changes slowly on the machine (heat, other load) hits all of
/// them alike, and nobody is always the first.
/// </summary>
internal static class Interleaved
{
    /// <summary>Measures every subject in each of the rounds; before that once without counting, so that it is warm.</summary>
    public static async Task RunAsync<TSubject>(
        IReadOnlyList<TSubject> subjects, int rounds, Func<TSubject, Task> warmUp, Func<TSubject, Task> measure, Action<int> onRound)
    {
        foreach (var subject in subjects)
        {
            await warmUp(subject);
        }

        for (var round = 0; round < rounds; round++)
        {
            onRound(round + 1);
            foreach (var subject in round % 2 == 0 ? subjects : subjects.Reverse())
            {
                await measure(subject);
            }
        }
    }
}

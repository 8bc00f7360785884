namespace SseGen.JsonCases;

/// <summary>What the handlers of all cases share.</summary>
internal static class Case
{
    /// <summary>How many values a case streams.</summary>
    private const int Count = 25;

    /// <summary>Makes values of a seed.</summary>
    public static async IAsyncEnumerable<T> Stream<T>(ulong seed, Func<Values, T> next)
    {
        await Task.CompletedTask;
        var values = Values.Of(seed);
        for (var i = 0; i < Count; i++)
        {
            yield return next(values);
        }
    }
}

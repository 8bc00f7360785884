using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SseGen.Benchmarks.Results;

/// <summary>
/// Everything measured so far. A suite that runs again replaces what it had measured before; some of its scenarios replace only themselves.
/// </summary>
internal sealed record ResultsFile(IReadOnlyList<SuiteRun> Runs, IReadOnlyList<Series> Series)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static ResultsFile Empty { get; } = new([], []);

    /// <summary>The machine, without its name.</summary>
    public static string Machine =>
        $"{RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, Linux {Environment.OSVersion.Version.ToString(2)}";

    public static ResultsFile Load(string path) => File.Exists(path)
        ? JsonSerializer.Deserialize<ResultsFile>(File.ReadAllText(path), s_options) ?? Empty
        : Empty;

    /// <summary>The results with those of another run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="series">What it has measured.</param>
    /// <param name="isPart">Whether the suite has other scenarios, which were not run: what was measured of them stays.</param>
    public ResultsFile With(SuiteRun run, IReadOnlyList<Series> series, bool isPart)
    {
        var scenarios = series.Select(one => one.Scenario).ToHashSet();
        bool IsReplaced(Series one) => one.Suite == run.Suite && (!isPart || scenarios.Contains(one.Scenario));

        return new(
            InPlaceOf(Runs, [.. Runs.Where(one => one.Suite != run.Suite), run], one => one.Suite),
            InPlaceOf(Series, [.. Series.Where(one => !IsReplaced(one)), .. series], one => (one.Suite, one.Scenario)));
    }

    /// <summary>What is measured again stays where it was, so that tables and charts keep their order; what is new comes last.</summary>
    private static T[] InPlaceOf<T, TKey>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> keyOf)
        where TKey : notnull
    {
        var places = before.Concat(after).Select(keyOf).Distinct().Select((key, place) => (key, place)).ToDictionary(one => one.key, one => one.place);
        return [.. after.OrderBy(one => places[keyOf(one)])];
    }

    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, JsonSerializer.Serialize(this, s_options) + "\n");
    }
}

using System.Collections.Concurrent;

namespace SseGen.Binding.Tests;

/// <summary>Sends each request to an event stream and to the framework's endpoint for the same method, and tells where the answers differ.</summary>
public static class Comparison
{
    /// <summary>More at once than the machine has processors do not make it faster.</summary>
    private static readonly ParallelOptions s_parallel = new() { MaxDegreeOfParallelism = 4 };

    /// <summary>The ways in which the application is started.</summary>
    public static TheoryData<string> Modes { get; } =
    [
        "--environment=Production",
        "--environment=Development",
        "--environment=Production --problems=true",
        "--environment=Development --problems=true",
        "--environment=Production --filters=true --problems=true",
        "--environment=Development --filters=true",
        "--environment=Production --antiforgery=false",
        "--environment=Development --antiforgery=false --filters=true --problems=true",
    ];

    /// <summary>Fails unless all answers are equal, save for the departures.</summary>
    /// <param name="reference">The application that has the framework's endpoints.</param>
    /// <param name="actual">The application that has the event streams.</param>
    public static async Task RunAsync(HttpClient reference, HttpClient actual)
    {
        ConcurrentBag<string> differences = [];
        await Parallel.ForEachAsync(RequestCatalog.All, s_parallel, async (request, _) =>
        {
            var minimal = await Answer.OfAsync(reference, request, ReferenceApp.Prefix);
            var stream = await Answer.OfAsync(actual, request);
            if (minimal != stream && !Departure.All.Any(departure => departure.Covers(request) && departure.Allows(minimal, stream)))
            {
                differences.Add($"{request}\n    minimal API:  {minimal}\n    event stream: {stream}");
            }
        });
        foreach (var request in UnpairedRequest.All)
        {
            var answer = await Answer.OfAsync(actual, request.Request);
            if (request.Status != answer.Status || (request.Content ?? answer.Content) != answer.Content)
            {
                differences.Add($"{request.Request}\n    expected:     {request}\n    event stream: {answer}");
            }
        }

        Assert.True(differences.IsEmpty, $"{differences.Count} differences:\n{string.Join('\n', differences.Order(StringComparer.Ordinal))}");
    }
}

using System.Text;
using SseGen.Benchmarks.Formatting;

namespace SseGen.Benchmarks.Tests;

/// <summary>Only what writes the same bytes can be compared.</summary>
public sealed class FormatCaseTests
{
    public static TheoryData<string> Payloads => [.. FormatCases.All.Select(one => one.Payload).Distinct()];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void All_ways_of_formatting_a_payload_write_the_same_event(string payload)
    {
        var events = FormatCases.All
            .Where(one => one.Payload == payload)
            .ToDictionary(one => one.Subject, one => Encoding.UTF8.GetString(one.OneEvent()));

        Assert.All(events, one => Assert.Equal(events["inbox"], one.Value));
        Assert.Equal(4, events.Count);
    }
}

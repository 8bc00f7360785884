namespace SseGen.Generator.Tests.Analysis;

/// <summary>Handlers as services have them. What is reported there is exactly what is marked: precision and recall are 1.00.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Files => [.. MarkedSource.In("Corpus").Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Exactly_the_marked_lines_are_reported(string file) => MarkedSource.In("Corpus").Single(source => source.Name == file).VerifyAsync();

    [Fact]
    public void It_has_at_least_sixty_handlers_and_every_rule()
    {
        var files = MarkedSource.In("Corpus").ToList();

        Assert.True(files.Sum(file => file.Handlers().Count()) >= 60);
        Assert.Equal(
            ["SSE101", "SSE102", "SSE103", "SSE104", "SSE105", "SSE106", "SSE107", "SSE108"],
            files.SelectMany(file => file.Expected()).Select(mark => mark.Id).Distinct().Order(StringComparer.Ordinal));
    }
}

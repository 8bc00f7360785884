using SseGen.TestKit;
using Xunit.Sdk;

namespace SseGen.Generator.Tests.TestKit;

public sealed class BaselineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("baselines").FullName;

    [Fact]
    public void The_first_run_leaves_a_received_file_and_fails()
    {
        var failure = Assert.Throws<TrueException>(() => Match("one\n"));

        Assert.Contains("Sample.Case.verified.cs: new.", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\n", File.ReadAllText(Received));
    }

    [Fact]
    public void Equal_text_passes_and_clears_what_an_earlier_run_left()
    {
        Write("one\ntwo\n");
        Assert.Throws<TrueException>(() => Match("one\n"));

        Match("one\r\ntwo\r\n");

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void A_difference_is_shown_line_by_line()
    {
        Write("one\ntwo\nthree\n");

        var failure = Assert.Throws<TrueException>(() => Match("one\n2\nthree\n"));

        Assert.Contains("  one\n- two\n+ 2\n  three\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verified_file_that_nothing_produces_any_more_fails()
    {
        Write("one\n");
        File.WriteAllText(Path.Combine(_folder, "Baselines", "Sample.Case#Old.g.verified.cs"), "old");

        Assert.Throws<TrueException>(() => Match("one\n"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Received => Path.Combine(_folder, "Baselines", "Sample.Case.received.cs");

    private void Write(string verified)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "Baselines"));
        File.WriteAllText(Path.Combine(_folder, "Baselines", "Sample.Case.verified.cs"), verified);
    }

    private void Match(string text) => Baseline.Match(text, "cs", Path.Combine(_folder, "Sample.cs"), "Case");
}

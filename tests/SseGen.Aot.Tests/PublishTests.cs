using System.Text.RegularExpressions;

namespace SseGen.Aot.Tests;

public sealed partial class PublishTests(PublishedShowcase showcase)
{
    [Fact]
    public void Publishing_gives_no_warning() =>
        Assert.DoesNotContain(showcase.PublishOutput.Split('\n'), line => Warning().IsMatch(line));

    [Fact]
    public void The_binary_is_all_that_is_needed() =>
        Assert.Equal(["Showcase"], Directory.GetFiles(showcase.Folder).Select(Path.GetFileName));

    /// <summary>The compiler's, the trimmer's, the native compiler's and MSBuild's: "warning IL3050:", "warn : …".</summary>
    [GeneratedRegex(@"\bwarn(ing)?\b(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}

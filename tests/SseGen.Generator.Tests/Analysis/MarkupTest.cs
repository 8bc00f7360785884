using System.Globalization;
using Microsoft.CodeAnalysis.Testing;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>
/// Sources with what is generated of them, in which <c>{|SSE101:while|}</c> expects SSE101 for exactly the text <c>while</c>. Errors,
/// warnings and suggestions of the compiler count like those of an analyzer.
/// </summary>
internal sealed class MarkupTest : RuleTest
{
    private MarkupTest(SourceProject project)
        : base(project)
    {
        CompilerDiagnostics = CompilerDiagnostics.Suggestions;
        // What is generated is for other tests; here it is what the analyzers see in an editor.
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
    }

    /// <summary>Requires exactly the marked diagnostics.</summary>
    /// <param name="markup">The source with its marks.</param>
    /// <param name="said">A part of each message, if it matters.</param>
    public static Task VerifyAsync(string markup, string said = "")
    {
        var test = new MarkupTest(SourceProject.Of(markup))
        {
            DiagnosticVerifier = (diagnostic, _, _) => Assert.Contains(said, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(EventStreamGenerator)];
}

using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>Which types stand in which file: files are few, and none depends on the order of handlers.</summary>
public sealed class PayloadFileTests
{
    private const string Payloads = """
        namespace Demo;

        public sealed record Order(int Id, Line Line, Customer Customer);
        public sealed record Invoice(int Id, Customer Customer);
        public sealed record Line(int Id, Product Product);
        public sealed record Product(string Name);
        public sealed record Customer(string Name);
        """;

    [Fact]
    public void A_type_of_one_payload_stands_in_its_file_and_a_shared_one_in_its_own()
    {
        var run = Run("Order", "Invoice");

        Assert.Equal(["Demo.Customer", "Demo.Invoice", "Demo.Order"], Files(run));
        Assert.Contains("Demo.Product", FileOf(run, "Demo.Order"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_streamed_itself_has_its_own_file_and_what_both_need_as_well() =>
        Assert.Equal(["Demo.Line", "Demo.Order", "Demo.Product"], Files(Run("Order", "Line")));

    [Fact]
    public void The_elements_of_a_collection_have_their_own_files() =>
        Assert.Equal(["Demo.Line", "Demo.Product"], Files(Run("List<Line>")));

    [Theory]
    [InlineData("Order", "Invoice", "Line")]
    [InlineData("Order", "Order", "Invoice")]
    [InlineData("Product", "List<Line>", "Order")]
    public void The_order_of_handlers_does_not_matter(params string[] payloads) =>
        Assert.Equal(PayloadFilesOf(Run(payloads)), PayloadFilesOf(Run([.. payloads.Reverse()])));

    private static GeneratorRun Run(params string[] payloads) => GeneratorRun.Of(payloads
        .Select((payload, n) => (File: $"H{n}.cs", Text: $$"""
            namespace Demo;

            public static class H{{n}}
            {
                [EventStream("/{{n}}")]
                public static IAsyncEnumerable<{{payload}}> Stream(CancellationToken cancellationToken) => throw new NotSupportedException();
            }
            """))
        .Aggregate(new SourceProject().With("Payloads.cs", Payloads), static (project, handler) => project.With(handler.File, handler.Text)));

    private static IEnumerable<string> Files(GeneratorRun run) => PayloadFilesOf(run).Select(file => file.Key.Replace(Suffix, "", StringComparison.Ordinal));

    private static string FileOf(GeneratorRun run, string type) => PayloadFilesOf(run).Single(file => file.Key == type + Suffix).Value;

    private static IEnumerable<KeyValuePair<string, string>> PayloadFilesOf(GeneratorRun run) =>
        run.Files
            .Select(file => KeyValuePair.Create(file.Key[(file.Key.LastIndexOf('/') + 1)..], file.Value))
            .Where(file => file.Key.EndsWith(Suffix, StringComparison.Ordinal));

    private const string Suffix = ".json.g.cs";
}

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
    public void The_types_of_one_class_stand_in_its_file_and_a_shared_one_in_its_own()
    {
        var run = Run("Order", "Invoice");

        Assert.Equal(["Demo.Customer", "Demo.H0", "Demo.H1"], Files(run));
        Assert.Contains("Demo.Product", FileOf(run, "Demo.H0"), StringComparison.Ordinal);
        Assert.Contains("Demo.Invoice", FileOf(run, "Demo.H1"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_classes_stream_has_its_own_file_and_what_both_need_as_well() =>
        Assert.Equal(["Demo.H0", "Demo.Line", "Demo.Product"], Files(Run("Order", "Line")));

    [Fact]
    public void What_two_handlers_of_one_class_share_stands_in_its_file()
    {
        var run = GeneratorRun.Of(new SourceProject().With("Payloads.cs", Payloads).With("Handlers.cs", """
            namespace Demo;

            public static class Sales
            {
                [EventStream("/orders")]
                public static IAsyncEnumerable<Order> Orders(CancellationToken cancellationToken) => throw new NotSupportedException();

                [EventStream("/invoices")]
                public static IAsyncEnumerable<Invoice> Invoices(CancellationToken cancellationToken) => throw new NotSupportedException();
            }
            """));

        Assert.Equal(["Demo.Sales"], Files(run));
    }

    [Fact]
    public void The_elements_of_a_collection_stand_in_the_file_of_the_class() =>
        Assert.Equal(["Demo.H0"], Files(Run("List<Line>")));

    [Fact]
    public void What_a_topic_needs_as_well_has_its_own_file()
    {
        var run = GeneratorRun.Of(new SourceProject().With("Payloads.cs", Payloads).With("Handlers.cs", """
            namespace Demo;

            public static class Sales
            {
                [EventStream("/invoices")]
                public static IAsyncEnumerable<Invoice> Invoices(EventTopic<Customer> topic, CancellationToken cancellationToken) => throw new NotSupportedException();
            }
            """));

        Assert.Equal(["Demo.Customer", "Demo.Sales"], Files(run));
    }

    [Fact]
    public void A_payload_with_handlers_has_another_file_than_they_do()
    {
        var run = GeneratorRun.Of("""
            namespace Demo;

            public sealed record Tick(int Number)
            {
                [EventStream("/notes")]
                public static IAsyncEnumerable<Note> Notes(CancellationToken cancellationToken) => throw new NotSupportedException();
            }

            public sealed record Note(string Text);

            public static class Ticks
            {
                [EventStream("/ticks")]
                public static IAsyncEnumerable<Tick> All(CancellationToken cancellationToken) => throw new NotSupportedException();
            }

            public static class MoreTicks
            {
                [EventStream("/more")]
                public static IAsyncEnumerable<Tick> All(CancellationToken cancellationToken) => throw new NotSupportedException();
            }
            """);

        Assert.Collection(
            Files(run),
            static handlers => Assert.Equal("Demo.Tick", handlers),
            static payload => Assert.StartsWith("Demo.Tick_", payload, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Order", "Invoice", "Line")]
    [InlineData("Order", "Order", "Invoice")]
    [InlineData("Product", "List<Line>", "Order")]
    public void The_order_of_handlers_does_not_matter(params string[] payloads) =>
        Assert.Equal(PayloadFilesOf(Run(Handlers(payloads))), PayloadFilesOf(Run(Handlers(payloads).Reverse())));

    private static GeneratorRun Run(params string[] payloads) => Run(Handlers(payloads));

    private static GeneratorRun Run(IEnumerable<(string File, string Text)> handlers) => GeneratorRun.Of(handlers
        .Aggregate(new SourceProject().With("Payloads.cs", Payloads), static (project, handler) => project.With(handler.File, handler.Text)));

    private static IEnumerable<(string File, string Text)> Handlers(string[] payloads) => payloads
        .Select((payload, n) => (File: $"H{n}.cs", Text: $$"""
            namespace Demo;

            public static class H{{n}}
            {
                [EventStream("/{{n}}")]
                public static IAsyncEnumerable<{{payload}}> Stream(CancellationToken cancellationToken) => throw new NotSupportedException();
            }
            """));

    private static IEnumerable<string> Files(GeneratorRun run) => PayloadFilesOf(run).Select(file => file.Key.Replace(Suffix, "", StringComparison.Ordinal));

    private static string FileOf(GeneratorRun run, string type) => PayloadFilesOf(run).Single(file => file.Key == type + Suffix).Value;

    private static IEnumerable<KeyValuePair<string, string>> PayloadFilesOf(GeneratorRun run) =>
        run.Files
            .Select(file => KeyValuePair.Create(file.Key[(file.Key.LastIndexOf('/') + 1)..], file.Value))
            .Where(file => file.Key.EndsWith(Suffix, StringComparison.Ordinal));

    private const string Suffix = ".json.g.cs";
}

using SseGen.TestKit;

namespace SseGen.Generator.Tests.Emission;

/// <summary>The extension methods by which a program maps its event streams.</summary>
public sealed class MapMethodEmitterTests
{
    private const string Handler = """
        {
            [EventStream("/one")]
            public static async IAsyncEnumerable<int> One()
            {
                await Task.Yield();
                yield return 1;
            }
        }
        """;

    [Fact]
    public void MapEventStreams_is_there_in_a_project_without_handlers()
    {
        var run = GeneratorRun.Of("public static class Program { public static void Map(WebApplication app) => app.MapEventStreams(); }");

        Assert.Equal(["MapEventStreams.g.cs"], run.Files.Keys);
    }

    [Fact]
    public void MapEventStreams_is_there_when_a_handler_is_wrong()
    {
        var run = GeneratorRun.Of("""
            public static class Streams
            {
                [EventStream("/{")]
                public static int Wrong() => 1;

                public static void Map(WebApplication app) => app.MapEventStreams();
            }
            """);

        Assert.Equal(["MapEventStreams.g.cs"], run.Files.Keys);
    }

    [Fact]
    public void Each_class_has_an_extension_of_its_name() => GeneratorRun.Of($$"""
        public static class Program
        {
            public static void Map(WebApplication app) => app.MapGroup("/api").MapClock().RequireAuthorization().WithTags("time");
        }
        public static class Clock {{Handler}}
        """);

    [Fact]
    public void Classes_of_one_name_are_told_apart_by_their_namespaces() => GeneratorRun.Of($$"""
        public static class Program
        {
            public static void Map(WebApplication app)
            {
                app.MapEventStreams();
                app.MapDemoAdminMarket();
                app.MapDemoShopMarket();
                app.MapDemoEventStreams();
            }
        }
        namespace Demo { public static class EventStreams {{Handler}} }
        namespace Demo.Admin { public static class Market {{Handler}} }
        namespace Demo.Shop { public static class Market {{Handler}} }
        """);

    [Fact]
    public void A_library_gives_its_streams_a_public_entry_point()
    {
        var library = GeneratorRun.Of(SourceProject.Of($$"""
            [assembly: EventStreamEndpoints("MapCatalogEventStreams")]
            [assembly: InternalsVisibleTo("Demo")]
            namespace Catalog;
            public static class Items {{Handler}}
            """) with { AssemblyName = "Catalog" });

        // The application sees the library's internals, and its own MapEventStreams() is still the only one.
        GeneratorRun.Of(SourceProject.Of($$"""
            public static class Program
            {
                public static void Map(WebApplication app)
                {
                    app.MapCatalogEventStreams();
                    app.MapEventStreams();
                }
            }
            public static class Items {{Handler}}
            """) with { References = [library.ToReference()] });
    }
}

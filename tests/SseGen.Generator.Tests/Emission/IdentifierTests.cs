using Microsoft.CodeAnalysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Emission;

/// <summary>Names that users may choose and a careless generator trips over. That the output compiles without a warning is the test.</summary>
public sealed class IdentifierTests
{
    public static TheoryData<string, string> Sources => new()
    {
        {
            "keywords", """
            namespace @namespace.@event;
            public sealed record @class(int @int, string? @default, @enum @new);
            public enum @enum { @true, @false }
            public static class @static
            {
                [EventStream("/{event}/{class}")]
                public static async IAsyncEnumerable<@class> @foreach(string @event, int @class, [EnumeratorCancellation] CancellationToken @in)
                {
                    await Task.Delay(@class, @in);
                    yield return new(1, @event, @enum.@true);
                }
            }
            """
        },
        {
            "contextual keywords", """
            namespace record.var;
            public sealed record Await(int async, string? field, int required, int value, int scoped, int when, int nameof);
            public static class File
            {
                [EventStream("/{async}")]
                public static async IAsyncEnumerable<Await> partial(string async, int yield, int record, [EnumeratorCancellation] CancellationToken global)
                {
                    await Task.Delay(yield, global);
                    yield return new(1, async, 2, 3, 4, 5, 6);
                }
            }
            """
        },
        {
            "letters of the world", """
            namespace Börse.取引;
            public sealed record Größe(double Länge, string 名前);
            public static class Ströme
            {
                [EventStream("/größe/{länge}")]
                public static async IAsyncEnumerable<Größe> Größen(double länge, [EnumeratorCancellation] CancellationToken ct)
                {
                    await Task.Delay(1, ct);
                    yield return new(länge, "é");
                }
            }
            """
        },
        {
            "names that generated code uses itself", """
            namespace Demo;
            public sealed record Formatter(int writer, int item, int value, int options, int buffer);
            public static class Map
            {
                [EventStream("/{httpContext}/{endpoint}")]
                public static async IAsyncEnumerable<Formatter> PopulateMetadata(
                    string httpContext, string endpoint, int binding, int stream, int formatter, int options, int services, int handler,
                    int endpoints, int method, int inferred, int result, int session, int arguments, int context, int filtered, int settings,
                    int instance, int element, [EnumeratorCancellation] CancellationToken cancellationToken)
                {
                    await Task.Delay(binding, cancellationToken);
                    yield return new(1, 2, 3, 4, 5);
                }

                [EventStream("/2")] public static IAsyncEnumerable<string> CreateRequestDelegate(CancellationToken token) => Source(token);
                [EventStream("/3")] public static IAsyncEnumerable<string> Handler(CancellationToken token) => Source(token);
                [EventStream("/4")] public static IAsyncEnumerable<string> Formatter(CancellationToken token) => Source(token);
                [EventStream("/5")] public static IAsyncEnumerable<string> Map_(CancellationToken token) => Source(token);
                [EventStream("/6")] public static IAsyncEnumerable<string> HandleAsync(CancellationToken token) => Source(token);

                private static async IAsyncEnumerable<string> Source([EnumeratorCancellation] CancellationToken token)
                {
                    await Task.Delay(1, token);
                    yield return "";
                }
            }
            """
        },
        {
            "namespaces that hide the framework's", """
            namespace Demo.System.Collections { public sealed record Generic(int Count); }
            namespace Demo.Microsoft.AspNetCore { public sealed record Http(int Count); }
            namespace Demo.SseGen
            {
                public sealed class Task { }
                public static class EventStream
                {
                    [EventStream("/")]
                    public static async IAsyncEnumerable<Demo.System.Collections.Generic> All([EnumeratorCancellation] CancellationToken token)
                    {
                        await global::System.Threading.Tasks.Task.Delay(1, token);
                        yield return new(1);
                    }
                }
            }
            """
        },
        {
            "the global namespace", """
            public sealed record Tick(int Count);
            public static class Ticks
            {
                [EventStream("/ticks")]
                public static async IAsyncEnumerable<Tick> All([EnumeratorCancellation] CancellationToken token)
                {
                    await Task.Delay(1, token);
                    yield return new(1);
                }
            }
            """
        },
        {
            "keywords in the global namespace", """
            public sealed record @event(int @in, @event[]? @out);
            public class @class
            {
                [EventStream("/class")]
                public IAsyncEnumerable<@event> @new(CancellationToken token) => throw new NotSupportedException();
            }
            """
        },
        {
            "the words of generated namespaces", """
            public sealed record Endpoints(int Count);
            public static class Json
            {
                [EventStream("/json")]
                public static IAsyncEnumerable<Endpoints> All(CancellationToken token) => throw new NotSupportedException();
            }
            public static class Topics
            {
                [EventStream("/topics")]
                public static IAsyncEnumerable<Endpoints> All(EventTopic<Endpoints> topic, EventStreamContext context) => topic.Subscribe(context);
            }
            """
        },
        {
            "nested classes and payloads", """
            namespace Demo;
            public partial class Outer
            {
                internal static class Inner
                {
                    internal sealed record Item(Item.Part[] Parts) { internal sealed record Part(int Size); }

                    [EventStream("/inner")]
                    internal static async IAsyncEnumerable<Item> All([EnumeratorCancellation] CancellationToken token)
                    {
                        await Task.Delay(1, token);
                        yield return new([]);
                    }
                }
            }
            public static class Inner
            {
                [EventStream("/other")]
                public static IAsyncEnumerable<string> All(CancellationToken token) => throw new NotSupportedException();
            }
            """
        },
        {
            "the same names in two namespaces", """
            namespace Demo.A
            {
                public sealed record Item(int Size);
                public static class Feed
                {
                    [EventStream("/a")] public static IAsyncEnumerable<Item> All(CancellationToken token) => throw new NotSupportedException();
                }
            }
            namespace Demo.B
            {
                public sealed record Item(string Name);
                public static class Feed
                {
                    [EventStream("/b")] public static IAsyncEnumerable<Item> All(CancellationToken token) => throw new NotSupportedException();
                }
            }
            namespace Demo.b
            {
                public sealed record Item(bool Flag);
                public static class FEED
                {
                    [EventStream("/c")] public static IAsyncEnumerable<Item> all(CancellationToken token) => throw new NotSupportedException();
                }
            }
            """
        },
        {
            "a class called as the entry point, and Program", """
            namespace Demo;
            public static class EventStreams
            {
                [EventStream("/a")] public static IAsyncEnumerable<string> All(CancellationToken token) => throw new NotSupportedException();
            }
            public static class Program
            {
                [EventStream("/b")] public static IAsyncEnumerable<string> All(CancellationToken token) => throw new NotSupportedException();
            }
            """
        },
        {
            "generic payloads", """
            namespace Demo;
            public sealed record Page<T>(T[] Items, Page<T>? Next);
            public readonly record struct Pair<TFirst, TSecond>(TFirst First, TSecond Second);
            public static class Feed
            {
                [EventStream("/a")] public static IAsyncEnumerable<Page<int>> A(CancellationToken token) => throw new NotSupportedException();
                [EventStream("/b")] public static IAsyncEnumerable<Page<string?>> B(CancellationToken token) => throw new NotSupportedException();
                [EventStream("/c")] public static IAsyncEnumerable<Pair<Page<int>, Pair<int?, string>>> C(CancellationToken token) => throw new NotSupportedException();
            }
            """
        },
        {
            "overloads", """
            namespace Demo;
            public static class Feed
            {
                [EventStream("/a")] public static IAsyncEnumerable<string> All(CancellationToken token) => throw new NotSupportedException();
                [EventStream("/a/{id}")] public static IAsyncEnumerable<string> All(int id, CancellationToken token) => throw new NotSupportedException();
                [EventStream("/b/{id}")] public static IAsyncEnumerable<int> All(string id, CancellationToken token) => throw new NotSupportedException();
            }
            """
        },
        {
            "obsolete and experimental things", """
            namespace Demo;
            [Obsolete("Use the other.")] public sealed record Item(int Size);
            public sealed record Part { [Obsolete("Use B.", error: true)] public int A { get; init; } public int B { get; init; } }
            [Obsolete("Gone soon.")]
            public static class Feed
            {
                [EventStream("/a")] public static IAsyncEnumerable<Item> All(CancellationToken token) => throw new NotSupportedException();
            }
            public static class Other
            {
                [EventStream("/b"), Obsolete] public static IAsyncEnumerable<Part> All(CancellationToken token) => throw new NotSupportedException();
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_output_compiles_without_a_warning(string what, string source)
    {
        var run = GeneratorRun.Of(source);

        Assert.True(run.Files.Count >= 2, what);
    }

    [Fact]
    public void A_project_without_implicit_usings_compiles() => GeneratorRun.Of(SourceProject.Of("""
        public static class Feed
        {
            [SseGen.EventStream("/a")]
            public static System.Collections.Generic.IAsyncEnumerable<int[]> All(System.Threading.CancellationToken token) =>
                throw new System.NotSupportedException();
        }
        """) with { ImplicitUsings = false });

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void A_project_without_nullable_reference_types_compiles(NullableContextOptions nullable) => GeneratorRun.Of(SourceProject.Of("""
        public class Item { public string Name { get; set; } public Item Next { get; set; } }
        public static class Feed
        {
            [EventStream("/a")]
            public static IAsyncEnumerable<Item> All(string name, int? size, IServiceProvider services, CancellationToken token) =>
                throw new NotSupportedException();
        }
        """) with { Nullable = nullable });

    [Fact]
    public void Two_projects_that_see_each_others_internals_each_have_their_entry_point()
    {
        var library = GeneratorRun.Of(SourceProject.Of("""
            [assembly: InternalsVisibleTo("Demo")]
            public static class Feed
            {
                [EventStream("/library")] public static IAsyncEnumerable<int> All(CancellationToken token) => throw new NotSupportedException();
            }
            """) with { AssemblyName = "Library" });

        GeneratorRun.Of(SourceProject.Of("""
            var app = WebApplication.CreateSlimBuilder(args).Build();
            app.MapEventStreams();
            app.MapFeed();
            app.Run();

            public static class Feed
            {
                [EventStream("/app")] public static IAsyncEnumerable<int> All(CancellationToken token) => throw new NotSupportedException();
            }
            """) with { OutputKind = OutputKind.ConsoleApplication, References = [library.ToReference()] });
    }
}

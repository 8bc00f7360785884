using System.Globalization;
using System.Text;

namespace SseGen.Benchmarks.Compiler;

/// <summary>The text of a <see cref="GeneratedProject"/>'s files.</summary>
internal static class ProjectSources
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Runtime.CompilerServices;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using SseGen;
        """;

    /// <summary>What a keystroke that concerns no handler and no payload falls into.</summary>
    public const string Unrelated = """
        namespace Generated;

        /// <summary>Counts.</summary>
        public sealed class Unrelated
        {
            private int _count;

            /// <summary>Counts on.</summary>
            public int Next(int step)
            {
                _count += step;
                return _count;
            }
        }
        """;

    /// <summary>Ten handlers, as one writes them: route and query values, a service, a token.</summary>
    public static string Handlers(int file)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"namespace Generated;\n\n/// <summary>Endpoints {file}.</summary>\npublic static class Handlers{file}\n{{");
        for (var n = 0; n < GeneratedProject.HandlersInAFile; n++)
        {
            var id = $"{file}_{n}";
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                    /// <summary>Streams the payloads of {{id}}.</summary>
                    [EventStream("/streams/{{id}}/{symbol}", EventType = "payload")]
                    public static async IAsyncEnumerable<Payload{{id}}> Stream{{id}}(
                        string symbol, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
                    {
                        for (var i = 0; i < (limit ?? 10); i++)
                        {
                            await Task.Delay(1000, cancellationToken);
                            yield return new Payload{{id}} { Id = i, Name = symbol, Price = 1.5m, At = DateTimeOffset.UnixEpoch, Details = [] };
                        }
                    }

                """);
        }

        return text.AppendLine("}").ToString();
    }

    /// <summary>The payload types of ten handlers, each with one of its own inside.</summary>
    public static string Payloads(int file)
    {
        var text = new StringBuilder("namespace Generated;\n\n");
        for (var n = 0; n < GeneratedProject.HandlersInAFile; n++)
        {
            var id = $"{file}_{n}";
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                /// <summary>A payload.</summary>
                public sealed class Payload{{id}}
                {
                    public required long Id { get; init; }
                    public required string Name { get; init; }
                    public decimal Price { get; init; }
                    public DateTimeOffset At { get; init; }
                    public bool? IsActive { get; init; }
                    public required List<Detail{{id}}> Details { get; init; }
                }

                /// <summary>A detail.</summary>
                public sealed record Detail{{id}}(string Key, double Value, DateOnly Day, string? Note);

                """);
        }

        return text.ToString();
    }

    /// <summary>What System.Text.Json's generator needs for the same payloads.</summary>
    public static string JsonContext(int handlers)
    {
        var text = new StringBuilder("using System.Text.Json;\nusing System.Text.Json.Serialization;\n\nnamespace Generated;\n\n");
        text.AppendLine("[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]");
        for (var n = 0; n < handlers; n++)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"[JsonSerializable(typeof(Payload{n / GeneratedProject.HandlersInAFile}_{n % GeneratedProject.HandlersInAFile}))]");
        }

        return text.AppendLine("internal sealed partial class PayloadContext : JsonSerializerContext;").ToString();
    }
}

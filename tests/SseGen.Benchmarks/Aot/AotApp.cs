using System.Globalization;
using System.Text;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Aot;

/// <summary>A smallest app, written for the occasion and published as a NativeAOT binary.</summary>
/// <param name="Kind"><c>empty</c>, <c>inbox</c> or <c>ssegen</c>.</param>
/// <param name="Endpoints">How many streams it has, each with a payload type of its own.</param>
internal sealed record AotApp(string Kind, int Endpoints)
{
    private string Name => string.Create(CultureInfo.InvariantCulture, $"{Kind}{Endpoints}");

    /// <summary>Writes the project, publishes it, and returns the path of the binary.</summary>
    public async Task<string> PublishAsync()
    {
        var directory = Path.Combine(Repository.Scratch, "apps", Name);
        Directory.CreateDirectory(directory);
        await WriteSettingsAsync(Path.GetDirectoryName(directory)!);
        var project = Path.Combine(directory, Name + ".csproj");
        await File.WriteAllTextAsync(project, Project());
        await File.WriteAllTextAsync(Path.Combine(directory, "Program.cs"), Program());
        return Path.Combine(await DotnetTool.PublishAotAsync(project, Name), Name);
    }

    /// <summary>The app is built as anybody's, not by this repository's settings: the nearest files of these names are the ones that count.</summary>
    private static async Task WriteSettingsAsync(string directory)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(Path.Combine(directory, file), "<Project />\n");
        }
    }

    private string Project()
    {
        var root = Path.GetRelativePath(Path.Combine(Repository.Scratch, "apps", Name), Repository.Root);
        var references = Kind == "ssegen"
            ? $"""
                <ProjectReference Include="{root}/src/SseGen/SseGen.csproj" />
                <ProjectReference Include="{root}/generator/SseGen.Generator/SseGen.Generator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
              """
            : "";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <PublishAot>true</PublishAot>
                <RootNamespace>App</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
              {references}
              </ItemGroup>
            </Project>
            """;
    }

    private string Program() => Kind switch
    {
        "empty" => """
            var app = WebApplication.CreateSlimBuilder(args).Build();
            app.Run();
            """,
        "inbox" => $$"""
            using System.Text.Json.Serialization;

            var builder = WebApplication.CreateSlimBuilder(args);
            builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
            var app = builder.Build();
            {{Lines(n => $"app.MapGet(\"/stream{n}\", (CancellationToken token) => TypedResults.ServerSentEvents(Streams.Stream{n}(token), \"payload\"));")}}
            app.Run();

            {{Payloads()}}
            internal static class Streams
            {
            {{Lines(n => Stream(n, attribute: ""))}}
            }

            {{Lines(n => $"[JsonSerializable(typeof(Payload{n}))]")}}
            internal sealed partial class AppJson : JsonSerializerContext;
            """,
        _ => $$"""
            using SseGen;

            var builder = WebApplication.CreateSlimBuilder(args);
            builder.Services.AddEventStreams();
            var app = builder.Build();
            app.MapEventStreams();
            app.Run();

            {{Payloads()}}
            internal static class Streams
            {
            {{Lines(n => Stream(n, $"    [EventStream(\"/stream{n}\", EventType = \"payload\")]\n"))}}
            }
            """,
    };

    private string Payloads() => Lines(n =>
        $"internal sealed record Payload{n}(int Id, string Name, decimal Price, DateTimeOffset At, List<string> Tags, bool? Flag{n});");

    private static string Stream(int n, string attribute) => $$"""
        {{attribute}}    internal static async IAsyncEnumerable<Payload{{n}}> Stream{{n}}(
                [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
            {
                yield return new Payload{{n}}({{n}}, "name", 1.5m, DateTimeOffset.UnixEpoch, ["a", "b"], null);
                await Task.Delay(Timeout.Infinite, token);
            }

        """;

    private string Lines(Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var n = 0; n < Endpoints; n++)
        {
            text.AppendLine(line(n));
        }

        return text.ToString();
    }
}

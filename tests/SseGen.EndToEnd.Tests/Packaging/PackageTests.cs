using System.IO.Compression;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Packaging;

/// <summary>The package as a user gets it: <c>dotnet add package SseGen</c> is all that it takes.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ssegen-package").FullName;

    public async ValueTask InitializeAsync() => await DotnetCli.RunAsync(
        Repository.PathOf("src", "SseGen"), "pack", "--no-build", "--configuration", DotnetCli.Configuration, "--output", _folder, "--nologo");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_package_brings_the_library_and_what_the_compiler_loads()
    {
        await using var package = await ZipFile.OpenReadAsync(Package(), TestContext.Current.CancellationToken);
        var files = package.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal));

        Assert.Equal(
            ["analyzers/dotnet/cs/SseGen.CodeFixes.dll", "analyzers/dotnet/cs/SseGen.Generator.dll", "lib/net10.0/SseGen.dll"],
            files.Order(StringComparer.Ordinal));
        Assert.NotNull(package.GetEntry("lib/net10.0/SseGen.xml"));
        using var manifest = new StreamReader(package.Entries.Single(entry => entry.Name == "SseGen.nuspec").Open());
        var text = await manifest.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<readme>PACKAGE.md</readme>", text, StringComparison.Ordinal);
        Assert.Contains("<frameworkReference name=\"Microsoft.AspNetCore.App\" />", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_installs_the_package_builds_without_a_warning_and_streams()
    {
        var version = Path.GetFileNameWithoutExtension(Package())["SseGen.".Length..];
        Write("NuGet.config", """
            <configuration>
              <packageSources><clear /><add key="here" value="." /></packageSources>
            </configuration>
            """);
        // Its own package folder: the user's cache must not keep a package of this name and version.
        Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>../packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SseGen" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        Write("App/Program.cs", """
            using System.Runtime.CompilerServices;
            using SseGen;

            var builder = WebApplication.CreateSlimBuilder(args);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Services.AddEventStreams();
            var app = builder.Build();
            app.MapEventStreams();
            app.MapGroup("/api").MapClock();
            await app.StartAsync();
            using var client = new HttpClient();
            Console.Write(await client.GetStringAsync(app.Urls.First() + "/api/clock"));
            await app.StopAsync();

            public sealed record Tick([property: EventId] int Number, DateTimeOffset At);

            public static class Clock
            {
                [EventStream("/clock")]
                public static async IAsyncEnumerable<Tick> Ticks([EnumeratorCancellation] CancellationToken cancellationToken)
                {
                    await Task.Delay(1, cancellationToken);
                    yield return new(1, DateTimeOffset.UnixEpoch);
                }
            }
            """);

        await DotnetCli.RunAsync(Path.Combine(_folder, "App"), "build", "--nologo");
        var printed = await DotnetCli.RunAsync(Path.Combine(_folder, "App"), "run", "--no-build");

        Assert.Equal("id: 1\ndata: {\"number\":1,\"at\":\"1970-01-01T00:00:00+00:00\"}\n\n", printed);
    }

    private string Package() => Directory.GetFiles(_folder, "SseGen.*.nupkg").Single();

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SseGen.TestKit;

namespace SseGen.Benchmarks.Compiler;

/// <summary>The generators that are compared.</summary>
internal static class Generators
{
    private const string JsonGeneratorFile = "System.Text.Json.SourceGeneration.dll";

    public static GeneratorDriver SseGen() => Driver(CompilerExtensions.Generators());

    /// <summary>
    /// System.Text.Json's, from the reference pack of the SDK that runs this: its folder is beside the shared framework that this process
    /// was started with.
    /// </summary>
    public static GeneratorDriver Json()
    {
        var generators = System.Reflection.Assembly.LoadFrom(JsonGeneratorPath()).GetTypes()
            .Where(type => type.IsDefined(typeof(GeneratorAttribute), inherit: false))
            .Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!)
            .Select(generator => generator.AsSourceGenerator());
        return Driver(generators);
    }

    private static CSharpGeneratorDriver Driver(IEnumerable<ISourceGenerator> generators) => CSharpGeneratorDriver.Create(
        generators, parseOptions: new CSharpParseOptions(LanguageVersion.Latest));

    private static string JsonGeneratorPath()
    {
        // shared/Microsoft.NETCore.App/10.0.x/System.Private.CoreLib.dll, three folders below the root of the installation.
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.Combine(framework, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        return Directory.EnumerateFiles(packs, JsonGeneratorFile, SearchOption.AllDirectories)
            .OrderByDescending(path => path.Contains(Path.GetFileName(framework), StringComparison.Ordinal))
            .FirstOrDefault() ?? throw new FileNotFoundException($"The SDK has no {JsonGeneratorFile} below {Path.GetFullPath(packs)}.");
    }
}

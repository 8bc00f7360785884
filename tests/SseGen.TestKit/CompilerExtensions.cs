using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Emission;

namespace SseGen.TestKit;

/// <summary>
/// What the compiler finds in the generator's assembly, found as the compiler finds it: by attribute. A new analyzer takes part in
/// every test from the day it exists.
/// </summary>
public static class CompilerExtensions
{
    private static readonly Assembly s_assembly = typeof(SourceWriter).Assembly;

    /// <summary>New instances of the generators, as a compiler makes them at start.</summary>
    public static ImmutableArray<ISourceGenerator> Generators() =>
    [
        .. Create<IIncrementalGenerator>(type => type.IsDefined(typeof(GeneratorAttribute), inherit: false))
            .Select(generator => generator.AsSourceGenerator()),
    ];

    /// <summary>New instances of the analyzers and suppressors.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
        Create<DiagnosticAnalyzer>(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false));

    private static ImmutableArray<T> Create<T>(Func<Type, bool> marked) =>
    [
        .. s_assembly.GetTypes()
            .Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract && marked(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!),
    ];
}

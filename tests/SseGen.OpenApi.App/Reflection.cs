using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;

namespace SseGen.OpenApi.App;

/// <summary>What an application has that is not trimmed.</summary>
internal static class Reflection
{
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Tests on the JIT ask for it; the published application never does.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Tests on the JIT ask for it; the published application never does.")]
    public static IJsonTypeInfoResolver Resolver() => new DefaultJsonTypeInfoResolver();
}

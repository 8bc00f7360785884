using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>
/// Writes the extension methods that map endpoints. <c>MapEventStreams()</c> is there whatever the project holds, so that a call of it
/// compiles before the first handler exists and while one is wrong.
/// </summary>
internal static class MapMethodEmitter
{
    private const string MapAll = "MapEventStreams";
    private const string Builder = "global::Microsoft.AspNetCore.Builder.IEndpointConventionBuilder";
    private const string Endpoints = "this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints";

    public static void AddSource(SourceProductionContext output, EquatableArray<HandlerMap> handlers, string? entryPoint, bool isDescribed) =>
        output.AddSource("MapEventStreams.g.cs", Emit(handlers, entryPoint, isDescribed));

    /// <param name="handlers">The classes with handlers.</param>
    /// <param name="entryPoint">The name of the public method, where there is one.</param>
    /// <param name="isDescribed">Whether <see cref="DescriptionEmitter"/> writes what the methods call first.</param>
    public static SourceText Emit(EquatableArray<HandlerMap> handlers, string? entryPoint, bool isDescribed)
    {
        using var code = new SourceWriter();
        code.WriteLines(GeneratedFile.Header);
        using (code.Block("namespace Microsoft.AspNetCore.Builder"))
        {
            code.WriteLines(
                """
                /// <summary>Maps the event streams of this assembly.</summary>
                [global::Microsoft.CodeAnalysis.Embedded]
                """);
            using (code.Block("internal static class EventStreamEndpointRouteBuilderExtensions"))
            {
                EmitMap(code, MapAll, "every event stream of this assembly", handlers, isDescribed);
                foreach (var handler in handlers)
                {
                    code.WriteLine();
                    EmitMap(code, MethodName(handler, handlers), $"the event streams of <c>{handler.FullName}</c>", [handler], isDescribed);
                }
            }

            if (entryPoint is not null)
            {
                EmitEntryPoint(code, entryPoint);
            }
        }

        return code.ToSourceText();
    }

    private static void EmitMap(SourceWriter code, string name, string what, EquatableArray<HandlerMap> handlers, bool isDescribed)
    {
        code.WriteLine($"/// <summary>Maps {what}.</summary>");
        using var method = code.Block($"internal static {Builder} {name}({Endpoints})");
        if (handlers.Count == 0)
        {
            code.WriteLine("return new global::SseGen.Hosting.EventStreamConventionBuilder([]);");
            return;
        }

        if (isDescribed)
        {
            code.WriteLine(DescriptionEmitter.Call);
        }

        code.WriteLine("return new global::SseGen.Hosting.EventStreamConventionBuilder(");
        code.WriteLine("[");
        using (code.Indent())
        {
            foreach (var handler in handlers)
            {
                foreach (var endpoint in handler.EndpointClasses)
                {
                    code.WriteLine($"global::{GeneratedNames.EndpointNamespace}.{HintNames.Identifier(handler.FullName)}.{endpoint}.Map(endpoints),");
                }
            }
        }

        code.WriteLine("]);");
    }

    /// <summary>
    /// <c>Map</c> and the class's name; with the namespace where two classes share the name, and where it would be that of
    /// <c>MapEventStreams</c> itself.
    /// </summary>
    private static string MethodName(HandlerMap handler, EquatableArray<HandlerMap> all)
    {
        var name = "Map" + handler.SimpleName;
        return name != MapAll && all.Count(other => other.SimpleName == handler.SimpleName) == 1
            ? name
            : "Map" + handler.FullName.Replace(".", "");
    }

    private static void EmitEntryPoint(SourceWriter code, string name)
    {
        code.WriteLine();
        code.WriteLine("/// <summary>Maps the event streams of this assembly for another one.</summary>");
        using var type = code.Block($"public static class {name}Extensions");
        code.WriteLine("/// <summary>Maps every event stream of this assembly.</summary>");
        code.WriteLine("/// <param name=\"endpoints\">Where to map them.</param>");
        code.WriteLine("/// <returns>A builder for conventions that all of them share.</returns>");
        using var method = code.Block($"public static {Builder} {name}({Endpoints})");
        code.WriteLine($"return EventStreamEndpointRouteBuilderExtensions.{MapAll}(endpoints);");
    }
}

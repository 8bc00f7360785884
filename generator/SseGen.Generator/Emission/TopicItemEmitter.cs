using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>
/// The file of a type that is published to topics: its formatter, and a module initializer that makes it known, so that a topic finds it
/// by type and without reflection.
/// </summary>
internal static class TopicItemEmitter
{
    private const string Registry = "global::SseGen.Topics.TopicPayloads";

    public static void AddSource(SourceProductionContext output, TopicItemFile file) =>
        output.AddSource(HintNames.File(file.Item.Graph.Element.FullName, "topic", file.HasNamesake), Emit(file.Item));

    public static SourceText Emit(TopicItemSpec item)
    {
        var type = item.Graph.Element;
        var helpers = new HelperMembers();
        using var source = new SourceWriter();
        source.WriteLines(GeneratedFile.Header);
        source.WriteLines(
            $"""
            namespace {GeneratedNames.TopicNamespace};

            /// <summary>Publishes <c>{CSharpLiteral.XmlText(type.FullName.Replace("global::", ""))}</c> to topics.</summary>
            [global::Microsoft.CodeAnalysis.Embedded]
            """);
        using (source.Block($"internal static class {CSharpLiteral.Identifier(HintNames.Identifier(type.FullName))}"))
        {
            source.WriteLines(
                $"""
                /// <summary>Makes the formatter known, before any code of this assembly can ask for it.</summary>
                [global::System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Register() =>
                    {Registry}.Register<{type}>(Formatter.Create, {(item.CoalesceKey.Count == 0 ? "coalesceKey: null" : "CoalesceKey")});

                """);
            EmitCoalesceKey(source, item, helpers);
            EventFormatterEmitter.Emit(source, item.Graph, eventType: null, writesId: false);
            helpers.Emit(source);
        }

        return source.ToSourceText();
    }

    private static void EmitCoalesceKey(SourceWriter source, TopicItemSpec item, HelperMembers helpers)
    {
        if (item.CoalesceKey.Count == 0)
        {
            return;
        }

        var type = item.Graph.Element;
        var parts = item.CoalesceKey.Select(member => $"{Registry}.Key({helpers.Read(member, "item", type.IsValueType)})").ToList();
        var key = parts.Count == 1 ? parts[0] : $"{Registry}.Key([{string.Join(", ", parts)}])";
        source.WriteLine($"private static string? CoalesceKey({type} item) => {(type.IsValueType ? key : $"item is null ? null : {key}")};");
        source.WriteLine();
    }
}

using Microsoft.CodeAnalysis;
using SseGen.Generator.Emission;
using SseGen.Generator.Known;
using SseGen.Generator.Model;
using SseGen.Generator.Parsing;

namespace SseGen.Generator;

/// <summary>
/// Turns <c>[EventStream]</c> methods into endpoints. It reports nothing: <see cref="Analysis.EndpointShapeAnalyzer"/> asks the same parser
/// what is wrong, and a wrong handler never takes <c>MapEventStreams()</c> away.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class EventStreamGenerator : IIncrementalGenerator
{
    private const string OpenApiAssembly = "Microsoft.AspNetCore.OpenApi";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var findings = context.CompilationProvider.SelectMany(FindingReader.ReadAll);

        var endpoints = findings
            .Where(static finding => finding.Endpoint is not null)
            .Select(static (finding, _) => finding.Endpoint!)
            .WithTrackingName(TrackingNames.Endpoints);

        var topicItems = findings
            .Where(static finding => finding.TopicItem is not null)
            .Select(static (finding, _) => finding.TopicItem!);

        var topics = topicItems.Collect()
            .SelectMany(TopicItemSpec.Files)
            .WithTrackingName(TrackingNames.TopicItems);

        var payloads = endpoints.Collect()
            .Combine(topicItems.Collect())
            .SelectMany(PayloadFile.All)
            .WithTrackingName(TrackingNames.Payloads);

        var handlers = endpoints
            .Select(static (endpoint, _) => endpoint.WithoutPayloadTypes())
            .Collect()
            .SelectMany(HandlerEndpoints.Group)
            .WithTrackingName(TrackingNames.Handlers);

        var entryPoint = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.EventStreamEndpointsAttribute, static (_, _) => true, EntryPointName)
            .Collect()
            .Select(static (names, _) => names.FirstOrDefault(static name => name is not null))
            .WithTrackingName(TrackingNames.EntryPoint);

        // Who describes an API needs to know its types. A library cannot know what the application that maps its endpoints does.
        var isDescribed = context.CompilationProvider
            .Select(static (compilation, _) => compilation.ReferencedAssemblyNames.Any(static name => name.Name == OpenApiAssembly))
            .Combine(entryPoint)
            .Select(static (description, _) => description.Left || description.Right is not null);

        var descriptions = endpoints.Collect()
            .Combine(isDescribed)
            .Select(static (all, cancellationToken) => all.Right && !all.Left.IsEmpty ? DescriptionCollector.Collect(all.Left, cancellationToken) : null)
            .WithTrackingName(TrackingNames.Descriptions);

        var maps = handlers.Select(HandlerMap.Of)
            .Collect()
            .Select(static (maps, _) => maps.ToEquatableArray())
            .Combine(entryPoint)
            .Combine(isDescribed)
            .WithTrackingName(TrackingNames.Maps);

        context.RegisterSourceOutput(handlers, static (output, handler) => EndpointEmitter.AddSource(output, handler));
        context.RegisterSourceOutput(payloads, static (output, file) => PayloadEmitter.AddSource(output, file));
        context.RegisterSourceOutput(topics, static (output, item) => TopicItemEmitter.AddSource(output, item));
        context.RegisterSourceOutput(maps, static (output, map) => MapMethodEmitter.AddSource(output, map.Left.Left, map.Left.Right, map.Right));
        context.RegisterSourceOutput(descriptions, static (output, description) =>
        {
            if (description is not null)
            {
                DescriptionEmitter.AddSource(output, description);
            }
        });
    }

    private static string? EntryPointName(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        EntryPointParser.Parse(context.Attributes[0]).Spec;
}

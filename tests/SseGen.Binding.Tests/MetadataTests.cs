using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using SseGen.Binding.App;

namespace SseGen.Binding.Tests;

/// <summary>What routing, API descriptions and validation read of an endpoint is what they read of the same method under <c>MapMethods</c>.</summary>
public sealed class MetadataTests
{
    [Fact]
    public async Task An_event_stream_is_described_as_minimal_APIs_are()
    {
        await using var app = await ReferenceApp.StartAsync("--environment=Production");
        var endpoints = app.Endpoints.ToLookup(endpoint => endpoint.RoutePattern.RawText!);
        var differences = (
            from endpoint in app.Endpoints
            let pattern = endpoint.RoutePattern.RawText!
            where pattern.StartsWith(ReferenceApp.Prefix, StringComparison.Ordinal)
            let minimal = Describe(endpoint)
            let stream = Describe(Assert.Single(endpoints[pattern[ReferenceApp.Prefix.Length..]]))
            where minimal != stream
            select $"{pattern}\n    minimal API:  {minimal}\n    event stream: {stream}").ToList();

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public async Task An_endpoint_that_is_built_again_is_described_alike()
    {
        await using var app = await ReferenceApp.StartAsync("--environment=Production");

        Assert.Equal(app.Endpoints.Select(Kinds), app.Endpoints.Select(Kinds));
    }

    /// <summary>All that there is, in its order.</summary>
    private static string Kinds(RouteEndpoint endpoint) =>
        $"{endpoint.DisplayName}: {Describe(endpoint)}; {string.Join(',', endpoint.Metadata.Select(static item => item.GetType().Name))}";

    private static string Describe(RouteEndpoint endpoint) => string.Join("; ", Parts(endpoint.Metadata));

    private static IEnumerable<string> Parts(Microsoft.AspNetCore.Http.EndpointMetadataCollection metadata)
    {
        yield return string.Join(',', metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods);
        yield return $"antiforgery {metadata.OfType<IAntiforgeryMetadata>().FirstOrDefault()?.RequiresValidation}";
        foreach (var accepts in metadata.GetOrderedMetadata<IAcceptsMetadata>())
        {
            yield return $"accepts {string.Join(',', accepts.ContentTypes)} {accepts.RequestType} {accepts.IsOptional}";
        }

        foreach (var note in metadata.GetOrderedMetadata<DescribedNote>())
        {
            yield return note.Text;
        }

        foreach (var parameter in metadata.GetOrderedMetadata<IParameterBindingMetadata>())
        {
            var attributes = parameter.ParameterInfo.GetCustomAttributes(inherit: true).Select(attribute => attribute.GetType().Name).Order();
            yield return $"{parameter.Name} {parameter.ParameterInfo.ParameterType}"
                + (parameter.HasTryParse ? " TryParse" : "")
                + (parameter.HasBindAsync ? " BindAsync" : "")
                + (parameter.IsOptional ? " optional" : "")
                + $" default {parameter.ParameterInfo.HasDefaultValue} [{string.Join(',', attributes)}]";
        }
    }
}

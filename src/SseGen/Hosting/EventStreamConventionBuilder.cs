using System.ComponentModel;
using Microsoft.AspNetCore.Builder;

namespace SseGen.Hosting;

/// <summary>Conventions for several endpoints at once: what <c>MapEventStreams()</c> returns.</summary>
/// <param name="endpoints">The builder of each endpoint.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventStreamConventionBuilder(IEnumerable<IEndpointConventionBuilder> endpoints) : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder[] _endpoints = [.. endpoints];

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var endpoint in _endpoints)
        {
            endpoint.Add(convention);
        }
    }

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var endpoint in _endpoints)
        {
            endpoint.Finally(finallyConvention);
        }
    }
}

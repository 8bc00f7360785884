namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What <c>AddEventStreams()</c> returns, for what builds on it.</summary>
public sealed class EventStreamsBuilder
{
    internal EventStreamsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }
}

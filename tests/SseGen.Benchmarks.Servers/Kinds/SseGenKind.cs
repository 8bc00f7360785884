namespace SseGen.Benchmarks.Kinds;

/// <summary>SseGen as a user has it: two lines, and the handlers of <see cref="GeneratedStreams"/>.</summary>
internal sealed class SseGenKind : ServerKind
{
    public override string Name => "ssegen";

    public override void AddServices(IServiceCollection services) => services.AddEventStreams();

    public override void Map(WebApplication app) => app.MapEventStreams();
}

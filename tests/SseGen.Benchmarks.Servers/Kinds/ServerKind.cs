namespace SseGen.Benchmarks.Kinds;

/// <summary>One of the ways to send Server-Sent Events that are compared. All serve the same routes.</summary>
/// <remarks>
/// <c>/burst/{payload}?count=</c> as fast as the connection takes them, <c>/fanout</c> with <c>POST /publish?rate=&amp;seconds=</c>,
/// <c>/first</c> one event and then silence, <c>/idle</c> nothing at all.
/// </remarks>
internal abstract class ServerKind
{
    public static IReadOnlyList<ServerKind> All { get; } = [new SseGenKind(), new SseGenCoalescing(), new InBox(), new CopyLoop(), new JsonWriterLoop(), new SharedArray()];

    /// <summary>The name on the command line and in the results.</summary>
    public abstract string Name { get; }

    public static ServerKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    public virtual void AddServices(IServiceCollection services)
    {
    }

    public abstract void Map(WebApplication app);
}

namespace SseGen.Benchmarks.Processes;

/// <summary>A server in processes of its own.</summary>
internal interface IServer : IAsyncDisposable
{
    int Port { get; }

    /// <summary>The process that answers requests.</summary>
    int ProcessId { get; }
}

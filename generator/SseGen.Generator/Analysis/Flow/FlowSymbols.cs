using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>The types that the shutdown rules ask for, resolved once per compilation: the questions are asked for every operation.</summary>
internal sealed class FlowSymbols
{
    public FlowSymbols(KnownSymbols known, INamedTypeSymbol cancellationToken)
    {
        Known = known;
        CancellationToken = cancellationToken;
        CancellationTokenSource = known.Type("System.Threading.CancellationTokenSource");
        OperationCanceled = known.Type("System.OperationCanceledException");
        TaskCanceled = known.Type("System.Threading.Tasks.TaskCanceledException");
        Exception = known.Type("System.Exception");
        Task = known.Type(KnownNames.Task);
        TaskOf = known.Type(KnownNames.TaskOf);
        ValueTask = known.Type(KnownNames.ValueTask);
        ValueTaskOf = known.Type(KnownNames.ValueTaskOf);
        AsyncEnumerable = known.Type(KnownNames.AsyncEnumerable);
        AsyncEnumerator = known.Type("System.Collections.Generic.IAsyncEnumerator`1");
        ChannelReader = known.Type(KnownNames.ChannelReader);
        ChannelWriter = known.Type("System.Threading.Channels.ChannelWriter`1");
        Context = known.Type(KnownNames.EventStreamContext);
        Topic = known.Type(KnownNames.EventTopic);
        HttpContext = known.Type(KnownNames.HttpContext);
        Lifetime = known.Type("Microsoft.Extensions.Hosting.IHostApplicationLifetime");
        PeriodicTimer = known.Type("System.Threading.PeriodicTimer");
        Disposable = known.Type("System.IDisposable");
        AsyncDisposable = known.Type("System.IAsyncDisposable");
        Observer = known.Type("System.IObserver`1");
        Observable = known.Type("System.IObservable`1");
        EnumeratorCancellation = known.Type("System.Runtime.CompilerServices.EnumeratorCancellationAttribute");
        Logger = known.Type("Microsoft.Extensions.Logging.ILogger");
        Thread = known.Type("System.Threading.Thread");
    }

    public KnownSymbols Known { get; }

    public INamedTypeSymbol CancellationToken { get; }

    public INamedTypeSymbol? CancellationTokenSource { get; }

    public INamedTypeSymbol? OperationCanceled { get; }

    public INamedTypeSymbol? TaskCanceled { get; }

    public INamedTypeSymbol? Exception { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOf { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOf { get; }

    public INamedTypeSymbol? AsyncEnumerable { get; }

    public INamedTypeSymbol? AsyncEnumerator { get; }

    public INamedTypeSymbol? ChannelReader { get; }

    public INamedTypeSymbol? ChannelWriter { get; }

    /// <summary>The stream's <c>EventStreamContext</c>.</summary>
    public INamedTypeSymbol? Context { get; }

    /// <summary><c>EventTopic&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol? Topic { get; }

    public INamedTypeSymbol? HttpContext { get; }

    /// <summary><c>IHostApplicationLifetime</c>.</summary>
    public INamedTypeSymbol? Lifetime { get; }

    public INamedTypeSymbol? PeriodicTimer { get; }

    public INamedTypeSymbol? Disposable { get; }

    public INamedTypeSymbol? AsyncDisposable { get; }

    public INamedTypeSymbol? Observer { get; }

    public INamedTypeSymbol? Observable { get; }

    public INamedTypeSymbol? EnumeratorCancellation { get; }

    public INamedTypeSymbol? Logger { get; }

    public INamedTypeSymbol? Thread { get; }

    /// <summary>Whether a type is this known one, or a construction of it.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) =>
        known is not null && type is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);

    /// <summary>Whether a type is this known one, derives from it or implements it.</summary>
    public static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol? known)
    {
        if (type is null || known is null)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, known))
            {
                return true;
            }
        }

        return known.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(candidate => Is(candidate, known));
    }

    public bool IsToken(ITypeSymbol? type) => Is(type, CancellationToken);

    public bool IsTokenSource(ITypeSymbol? type) => Is(type, CancellationTokenSource);

    public bool IsContext(ITypeSymbol? type) => Is(type, Context);

    /// <summary>Task, Task&lt;T&gt;, ValueTask or ValueTask&lt;T&gt;.</summary>
    public bool IsTask(ITypeSymbol? type) =>
        type is not null && (Is(type, Task) || Is(type, TaskOf) || Is(type, ValueTask) || Is(type, ValueTaskOf));

    public bool IsAsyncEnumerable(ITypeSymbol? type) => DerivesFrom(type, AsyncEnumerable);

    /// <summary>A pull stream, or one that is being pulled.</summary>
    public bool IsAsyncSequence(ITypeSymbol? type) => IsAsyncEnumerable(type) || DerivesFrom(type, AsyncEnumerator);

    public bool IsDisposable(ITypeSymbol? type) => DerivesFrom(type, Disposable) || DerivesFrom(type, AsyncDisposable);

    /// <summary>Task or anything else with a GetAwaiter of its own (a configured task, a Redis or Azure awaitable).</summary>
    public bool IsAwaitable(ITypeSymbol? type) =>
        IsTask(type) || type?.GetMembers("GetAwaiter").Any(static member => member is IMethodSymbol { Parameters.Length: 0 }) == true;
}

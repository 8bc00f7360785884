namespace SseGen.Generator.Model;

/// <summary>
/// One <c>[EventStream]</c> method, as plain data: immutable, equal by content, nothing of Roslyn in it. Two specs are equal exactly
/// when the code generated for them is.
/// </summary>
internal sealed record EndpointSpec
{
    /// <summary>The class that declares the method.</summary>
    public required HandlerSpec Handler { get; init; }

    /// <summary>The method's name.</summary>
    public required string MethodName { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>What the attribute says.</summary>
    public required EventStreamSettings Settings { get; init; }

    /// <summary>Parameters in order; those of an <c>[AsParameters]</c> type are inside of theirs.</summary>
    public required EquatableArray<ParameterSpec> Parameters { get; init; }

    /// <summary>What the method returns.</summary>
    public required StreamSpec Stream { get; init; }

    /// <summary>The method as a reader knows it: <c>Trades(string symbol, MarketFeed feed)</c>.</summary>
    public required string Signature { get; init; }

    /// <summary>What the method's documentation comment says; <see langword="null"/> without one.</summary>
    public required DocumentationSpec? Documentation { get; init; }

    /// <summary>The method is obsolete: the generated call must not be what the compiler complains about.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>
    /// What the endpoint's own code depends on: how its items become events, but not what other types are reachable from them, which have
    /// files of their own.
    /// </summary>
    public EndpointSpec WithoutPayloadTypes() => this with { Stream = Stream with { Graph = Stream.Graph with { Reachable = [] } } };
}

namespace SseGen.Generator.Model;

/// <summary>One parameter, or one member of an <c>[AsParameters]</c> type, and where its value comes from.</summary>
internal sealed record ParameterSpec
{
    /// <summary>The C# name; messages use it.</summary>
    public required string Name { get; init; }

    /// <summary>The type, without its own nullable annotation.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>The type as the declaration has it, nullable annotation included.</summary>
    public required string DeclaredType { get; init; }

    public required ParameterSource Source { get; init; }

    /// <summary>The key in the route, query, header or form; <see langword="null"/> when only the attribute object knows it.</summary>
    public string? Key { get; init; }

    /// <summary>Nullable, or with a default value.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The declared default as C#; <see langword="null"/> without one.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>How text becomes a value; for <see cref="ParameterSource.HttpContext"/> the expression that reads it.</summary>
    public string? Parser { get; init; }

    /// <summary>What API descriptions are told: the value is parsed from text.</summary>
    public bool HasTryParse { get; init; }

    public ValueShape Shape { get; init; }

    /// <summary>The element of an array; the type itself otherwise.</summary>
    public TypeRef? Element { get; init; }

    /// <summary>The key of a keyed service, as C#.</summary>
    public string? ServiceKey { get; init; }

    /// <summary>A body may be left out (<c>EmptyBodyBehavior.Allow</c>).</summary>
    public bool AllowsEmptyBody { get; init; }
}

/// <summary>How many texts make a value.</summary>
internal enum ValueShape
{
    Single,
    Array,
    StringValues,
}

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterSource
{
    Route,
    Query,
    Header,
    Form,

    /// <summary>The route when its pattern, prefixes of groups included, has the name; else the query.</summary>
    RouteOrQuery,

    /// <summary>The <c>Last-Event-ID</c> header, else the query's <c>lastEventId</c>.</summary>
    LastEventId,

    Service,
    KeyedService,

    /// <summary>A service where the container has the type, else the body: decided once per endpoint.</summary>
    ServiceOrBody,

    Body,

    /// <summary>A value that the request has ready: <see cref="ParameterSpec.Parser"/> is the expression that reads it.</summary>
    HttpContext,

    /// <summary>The stream's token.</summary>
    CancellationToken,

    /// <summary>The stream's <c>EventStreamContext</c>.</summary>
    Context,
}

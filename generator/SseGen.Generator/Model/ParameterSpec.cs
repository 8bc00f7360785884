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

    /// <summary>The interface by which an attribute object tells the key.</summary>
    public string? KeyInterface { get; init; }

    /// <summary>Nullable, or with a default value.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The declared default as C#; <see langword="null"/> without one.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>
    /// How text becomes a value (of an array: one element); for <see cref="ParameterSource.HttpContext"/> the expression that reads the value,
    /// for <see cref="ParameterSource.BindAsync"/> the call.
    /// </summary>
    public string? Parser { get; init; }

    /// <summary>What API descriptions are told: the value is parsed from text.</summary>
    public bool HasTryParse { get; init; }

    /// <summary>What API descriptions say about its type: of a value that is made from text.</summary>
    public ValueSpec? Described { get; init; }

    public ValueShape Shape { get; init; }

    /// <summary>The element of an array.</summary>
    public ElementSpec? Element { get; init; }

    /// <summary>The key of a keyed service, as C#.</summary>
    public string? ServiceKey { get; init; }

    /// <summary>For <see cref="ParameterSource.BindAsync"/>: the method as messages name it.</summary>
    public string? BindAsyncName { get; init; }

    /// <summary>For <see cref="ParameterSource.ServiceOrBody"/>: the endpoint's method lets a body be inferred.</summary>
    public bool InfersBody { get; init; }

    /// <summary>The type adds metadata for each parameter of it (<c>IEndpointParameterMetadataProvider</c>).</summary>
    public bool ProvidesParameterMetadata { get; init; }

    /// <summary>The type adds metadata (<c>IEndpointMetadataProvider</c>).</summary>
    public bool ProvidesMetadata { get; init; }

    /// <summary>For <see cref="ParameterSource.AsParameters"/>: what the object is made of, in the order of binding.</summary>
    public EquatableArray<ParameterSpec> Members { get; init; }

    /// <summary>For <see cref="ParameterSource.AsParameters"/>: what the compiler requires of who makes the object, beside <see cref="Members"/>.</summary>
    public EquatableArray<RequiredMemberSpec> RequiredMembers { get; init; }

    /// <summary>Of a member: where it is declared, and how it gets into the object.</summary>
    public MemberSpec? Member { get; init; }
}

/// <summary>An element of an array that is bound from several texts.</summary>
internal sealed record ElementSpec
{
    public required TypeRef Type { get; init; }

    /// <summary>The type with its nullable annotation.</summary>
    public required string DeclaredType { get; init; }

    /// <summary>Empty text makes no element but null.</summary>
    public required bool IsNullable { get; init; }
}

/// <summary>A member of an <c>[AsParameters]</c> type.</summary>
internal sealed record MemberSpec
{
    /// <summary>The type that declares the property; a base class, perhaps.</summary>
    public required TypeRef DeclaringType { get; init; }

    /// <summary>The types of the constructor's parameters, when the member is one of these; empty otherwise.</summary>
    public required EquatableArray<TypeRef> ConstructorTypes { get; init; }

    /// <summary>Its place among the constructor's parameters; -1 when it is set as a property.</summary>
    public required int ConstructorIndex { get; init; }
}

/// <summary>A <c>required</c> field or property that reflection would leave alone, and an object initialiser may not.</summary>
internal sealed record RequiredMemberSpec
{
    public required string Name { get; init; }

    /// <summary>The bound member whose value the constructor has been given for it already; <see langword="null"/> when there is none.</summary>
    public required string? Member { get; init; }
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

    /// <summary>The stream's <c>EventStreamWriter&lt;T&gt;</c>.</summary>
    Writer,

    /// <summary>A static <c>BindAsync</c> of the type.</summary>
    BindAsync,

    /// <summary>An object whose members are bound each for itself.</summary>
    AsParameters,

    /// <summary>The whole form.</summary>
    FormCollection,

    /// <summary>A file of the form.</summary>
    FormFile,

    /// <summary>All files of the form.</summary>
    FormFiles,
}

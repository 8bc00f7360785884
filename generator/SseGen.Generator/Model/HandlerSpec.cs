namespace SseGen.Generator.Model;

/// <summary>A class with <c>[EventStream]</c> methods.</summary>
internal sealed record HandlerSpec
{
    public required TypeRef Type { get; init; }

    /// <summary>The name with the namespace and the classes around it, without <c>global::</c>: <c>Demo.Outer.Market</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>The name alone: <c>Market</c>.</summary>
    public required string SimpleName { get; init; }

    /// <summary>How generated code makes one; <see langword="null"/> when only the container can, or when no method needs one.</summary>
    public required ConstructorSpec? Constructor { get; init; }
}

/// <summary>The constructor that generated code calls, with services.</summary>
internal sealed record ConstructorSpec
{
    public required EquatableArray<ServiceSpec> Services { get; init; }
}

/// <summary>A value from the container.</summary>
internal sealed record ServiceSpec
{
    public required TypeRef Type { get; init; }

    /// <summary>The key of a keyed service as a C# expression; <see langword="null"/> for an ordinary service.</summary>
    public required string? Key { get; init; }

    /// <summary>Without it, a missing service is an error.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>What an optional service is when the container has none, as C#.</summary>
    public required string DefaultValue { get; init; }
}

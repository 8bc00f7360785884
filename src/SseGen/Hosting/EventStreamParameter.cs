using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace SseGen.Hosting;

/// <summary>One parameter of a handler, or one member of its <c>[AsParameters]</c> type, as API descriptions and messages see it.</summary>
/// <param name="parameter">The reflected parameter; its attributes are read by API descriptions.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventStreamParameter(ParameterInfo parameter) : IParameterBindingMetadata
{
    /// <inheritdoc/>
    public string Name => ParameterInfo.Name ?? "";

    /// <inheritdoc/>
    public ParameterInfo ParameterInfo { get; } = parameter;

    /// <inheritdoc/>
    public bool HasTryParse { get; init; }

    /// <inheritdoc/>
    public bool HasBindAsync { get; init; }

    /// <inheritdoc/>
    public bool IsOptional { get; init; }

    /// <summary>What the parameter wants of the body, if anything.</summary>
    public BodyUse Body { get; init; }

    /// <summary>
    /// The parameter is the stream's own, and nothing of the request. API descriptions know such types of the framework only, and would
    /// take this one for the body.
    /// </summary>
    public bool IsOfStream { get; init; }

    /// <summary>A member of an <c>[AsParameters]</c> type.</summary>
    /// <param name="property">The property; its name and type count.</param>
    /// <param name="constructorParameter">The constructor's parameter that fills it, whose attributes come before the property's.</param>
    public static ParameterInfo Member(PropertyInfo property, ParameterInfo? constructorParameter = null) =>
        new MemberParameterInfo(property, constructorParameter);
}

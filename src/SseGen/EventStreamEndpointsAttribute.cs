namespace SseGen;

/// <summary>
/// Gives this assembly's event streams a public entry point, so that another assembly can map them: a class library's
/// <c>[assembly: EventStreamEndpoints("MapCatalogEventStreams")]</c> becomes <c>app.MapCatalogEventStreams()</c>.
/// </summary>
/// <param name="methodName">The name of the generated extension method of <c>IEndpointRouteBuilder</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EventStreamEndpointsAttribute(string methodName) : Attribute
{
    /// <summary>The name of the generated extension method.</summary>
    public string MethodName { get; } = methodName;
}

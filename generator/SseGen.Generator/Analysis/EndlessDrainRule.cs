using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>
/// SSE107: <c>Shutdown = Drain</c> on a stream that never ends by itself.
/// <para>Fires when no path leads to the end of the handler (or of the helper it forwards to, or of the producers of the channel it
/// returns) unless cancellation is requested, and nothing in its code looks at <c>EventStreamContext.Stopping</c> or
/// <c>IHostApplicationLifetime.ApplicationStopping</c>.</para>
/// <para>Silent when data can end the stream, when what produces it is not in this compilation, and when the context is handed to
/// something else: a topic's subscription ends when the host stops.</para>
/// </summary>
internal static class EndlessDrainRule
{
    /// <summary>The value of <c>EventStreamShutdown.Drain</c>.</summary>
    private const int Drain = 1;

    public static void Check(HandlerAnalysis handler)
    {
        var setting = handler.Attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Shutdown").Value;
        if (setting is { Kind: TypedConstantKind.Enum, Value: Drain }
            && new EndlessStreams(handler.Sources, handler.Symbols).NeverEnds(handler.Bodies[0])
            && !handler.Bodies.Any(body => LooksAtStopping(body.Body, handler)))
        {
            handler.Report(Rules.EndlessDrain, SettingLocation(handler), handler.Handler.Name);
        }
    }

    private static Location SettingLocation(HandlerAnalysis handler)
    {
        var attribute = handler.Attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        var argument = attribute?.ArgumentList?.Arguments.FirstOrDefault(static candidate => candidate.NameEquals?.Name.Identifier.ValueText == "Shutdown");
        return argument?.GetLocation() ?? handler.Handler.Locations[0];
    }

    private static bool LooksAtStopping(MethodBody body, HandlerAnalysis handler) => body.Operations.Any(operation => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Stopping" } property => handler.Symbols.IsContext(property.Property.ContainingType),
        IPropertyReferenceOperation { Property.Name: "ApplicationStopping" } property =>
            FlowSymbols.DerivesFrom(property.Instance?.Type, handler.Symbols.Lifetime),
        IArgumentOperation { Value: var value, Parent: IInvocationOperation or IObjectCreationOperation } argument =>
            (handler.Symbols.IsContext(value.Unwrapped().Type) || FlowSymbols.DerivesFrom(value.Unwrapped().Type, handler.Symbols.Lifetime))
            && !IsKnownHelper(argument, handler),
        _ => false,
    });

    /// <summary>A helper of the handler's own is looked into; of anything else it is not known what it does with the context.</summary>
    private static bool IsKnownHelper(IArgumentOperation argument, HandlerAnalysis handler) =>
        argument.Parent is IInvocationOperation call
        && (call.TargetMethod.MethodKind == MethodKind.LocalFunction
            || (handler.Sources.Of(call.TargetMethod) is { } body && handler.Bodies.Any(known => known.Body == body)));
}

using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Decides where each parameter comes from, by the rules of minimal APIs: an attribute, else a special type, else <c>BindAsync</c>, else a
/// value parsed from text, else a service, else the body. What only the application knows (prefixes of groups, the container) is left to
/// run time.
/// </summary>
internal static class ParameterParser
{
    public static EquatableArray<ParameterSpec> ParseAll(ParsingContext context)
    {
        var parameters = context.Method.Parameters.Select(parameter => Parse(parameter, context)).OfType<ParameterSpec>().ToEquatableArray();
        BodyRules.Check(parameters, context);
        return parameters;
    }

    private static ParameterSpec? Parse(IParameterSymbol parameter, ParsingContext context)
    {
        if (Obstacle(parameter) is { } obstacle)
        {
            context.Report(Rules.CannotBind, context.LocationOf(parameter), parameter.Name, obstacle);
            return null;
        }

        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (Reachability.HiddenType(parameter.Type, context.Assembly) is { } hidden)
        {
            var word = Reachability.Obstacle(hidden, context.Assembly)!;
            context.Report(Rules.Inaccessible, context.LocationOf(parameter), hidden.Name, word);
            return null;
        }

        var value = BoundValue.Of(parameter);
        ValidationRules.Check(value, context);
        return value.Attribute(KnownNames.AsParametersAttribute, context) is not null
            ? AsParametersParser.Parse(value, context)
            : ParseValue(value, context);
    }

    /// <summary>A parameter, or a member of an <c>[AsParameters]</c> type: they bind alike.</summary>
    public static ParameterSpec? ParseValue(BoundValue value, ParsingContext context)
    {
        var spec = AttributeSources.Find(value, context, out var isDecided);
        spec = isDecided ? spec : ByType(value, context);
        return spec is null ? null : spec with
        {
            ProvidesParameterMetadata = Provides(value, KnownNames.EndpointParameterMetadataProvider, context),
            ProvidesMetadata = Provides(value, KnownNames.EndpointMetadataProvider, context),
        };
    }

    private static bool Provides(BoundValue value, string interfaceName, ParsingContext context) =>
        value.Type is INamedTypeSymbol { TypeKind: not TypeKind.Interface } && context.Symbols.Implements(value.Type, interfaceName);

    /// <summary>The end of a sentence that says why <paramref name="value"/> cannot be bound.</summary>
    public static ParameterSpec? Refuse(BoundValue value, string reason, ParsingContext context)
    {
        context.Report(Rules.CannotBind, context.LocationOf(value.Symbol), value.Name, reason);
        return null;
    }

    private static string? Obstacle(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: not RefKind.None } => "it is passed by reference",
        { IsParams: true } => "it takes a variable number of arguments",
        { Type.IsRefLikeType: true } => "a ref struct cannot outlive the call that makes it",
        { Type: IPointerTypeSymbol or IFunctionPointerTypeSymbol } => "it is a pointer",
        { Type.TypeKind: TypeKind.Dynamic } => "its type is dynamic",
        _ => null,
    };

    private static ParameterSpec? ByType(BoundValue value, ParsingContext context)
    {
        var symbols = context.Symbols;
        if (SpecialTypes.Find(value.Type, symbols) is var (source, expression))
        {
            // Where the return type is no stream at all, that has been said.
            if (source == ParameterSource.Writer && StreamParser.ShapeOf(context) is not (null or StreamShape.Push))
            {
                return Refuse(value, "a handler either returns its events or writes them: with an EventStreamWriter<T> it returns Task or ValueTask", context);
            }

            return value.Spec(source) with { Parser = expression, Key = value.Name };
        }

        if (BindAsyncParser.Parse(value, context, out var isBindAsync) is var bound && isBindAsync)
        {
            return bound;
        }

        if (ValueParsers.Find(value.Type, symbols) is not null)
        {
            RouteRules.CheckOptionalSegment(value, value.Name, context);
            return TextValues.Parse(value, ParameterSource.RouteOrQuery, value.Name, context);
        }

        if (ValueParsers.HasUnusable(value.Type, symbols))
        {
            return Refuse(value, "its type has a public static TryParse, but none of the form bool TryParse(string, out T) or bool TryParse(string, IFormatProvider, out T)", context);
        }

        if (!context.InfersBody && TextValues.IsMultiple(value.Type, symbols))
        {
            return TextValues.Parse(value, ParameterSource.Query, value.Name, context);
        }

        BindingRules.Check(value, context);
        return value.Spec(ParameterSource.ServiceOrBody) with { InfersBody = context.InfersBody };
    }
}

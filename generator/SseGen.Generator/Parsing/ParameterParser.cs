using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Decides where each parameter comes from, by the rules of minimal APIs: an attribute, else a special type, else a value parsed from
/// text, else a service, else the body. What only the application knows (prefixes of groups, the container) is left to run time.
/// </summary>
internal static class ParameterParser
{
    public static EquatableArray<ParameterSpec> ParseAll(ParsingContext context) =>
        context.Method.Parameters.Select(parameter => Parse(parameter, context)).OfType<ParameterSpec>().ToEquatableArray();

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

        var bound = BoundValue.Of(parameter);
        return ByAttribute(bound, context) ?? ByType(bound, context);
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

    private static ParameterSpec? ByAttribute(BoundValue value, ParsingContext context)
    {
        if (value.Attribute(KnownNames.LastEventIdAttribute, context) is not null)
        {
            return Text(value, ParameterSource.LastEventId, key: "", context);
        }

        return null;
    }

    private static ParameterSpec? ByType(BoundValue value, ParsingContext context)
    {
        if (SpecialTypes.Find(value.Type, context.Symbols) is var (source, expression))
        {
            return value.Spec(source) with { Parser = expression };
        }

        if (ValueParsers.Find(value.Type, context.Symbols) is not null)
        {
            return Text(value, ParameterSource.RouteOrQuery, value.Name, context);
        }

        return value.Spec(ParameterSource.ServiceOrBody);
    }

    private static ParameterSpec? Text(BoundValue value, ParameterSource source, string? key, ParsingContext context)
    {
        if (ValueParsers.Find(value.Type, context.Symbols) is not { } parser)
        {
            context.Report(Rules.CannotBind, context.LocationOf(value.Symbol), value.Name, "its type cannot be parsed from text");
            return null;
        }

        return value.Spec(source) with
        {
            Key = key,
            Parser = parser,
            Element = TypeRef.Of(value.Type),
            HasTryParse = true,
        };
    }
}

using SseGen.Generator.Analysis;

namespace SseGen.Generator.Parsing;

/// <summary>Whether the route has what a parameter asks of it.</summary>
internal static class RouteRules
{
    /// <summary>The prefix of a group may have the key, so this is no error; without one the application fails when it is built.</summary>
    public static void CheckKey(BoundValue value, string key, ParsingContext context)
    {
        if (context.Pattern is { Error: null } pattern && pattern.Find(key) is null)
        {
            context.Report(Rules.RouteKeyMissing, context.LocationOf(value.Symbol), value.Name, key);
        }
    }

    /// <summary>A segment that may be left out, bound to a parameter that may not, is 400 for requests that the route has let in.</summary>
    public static void CheckOptionalSegment(BoundValue value, string key, ParsingContext context)
    {
        if (!value.IsOptional && context.Pattern.Find(key) is { MayBeAbsent: true })
        {
            context.Report(Rules.OptionalSegment, context.LocationOf(value.Symbol), value.Name, key);
        }
    }
}

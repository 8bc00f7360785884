using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SseGen.Generator.Analysis;
using SseGen.Generator.Emission;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads the arguments of an <c>[EventStream]</c>.</summary>
internal static class SettingsParser
{
    /// <summary>The settings; <see langword="null"/> when the attribute itself does not compile.</summary>
    public static EventStreamSettings? Parse(AttributeData attribute, ParsingContext context, CancellationToken cancellationToken)
    {
        if (attribute.ConstructorArguments is not [{ Value: string pattern }])
        {
            return null;
        }

        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        context.Pattern = RoutePattern.Parse(pattern);
        if (context.Pattern.Error is { } error)
        {
            context.Report(Rules.InvalidPattern, LocationOf(syntax, name: null, context), pattern, error);
        }

        var arguments = attribute.NamedArguments.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            CheckArgument(argument.Key, argument.Value.Value, LocationOf(syntax, argument.Key, context), context);
        }

        context.HttpMethod = Text(arguments, "HttpMethod")?.ToUpperInvariant() ?? "GET";
        return new EventStreamSettings
        {
            Pattern = pattern,
            HttpMethod = context.HttpMethod,
            EventType = Text(arguments, "EventType"),
            Name = Text(arguments, "Name"),
            NamedArguments = attribute.NamedArguments.Select(Assignment).OfType<string>().ToEquatableArray(),
        };
    }

    private static void CheckArgument(string name, object? value, Location location, ParsingContext context)
    {
        switch (name, value)
        {
            case ("HttpMethod", string method)
                when !method.Equals("GET", StringComparison.OrdinalIgnoreCase) && !method.Equals("POST", StringComparison.OrdinalIgnoreCase):
                context.Report(Rules.InvalidHttpMethod, location, method);
                break;
            case ("EventType" or "CompletionEventType", string type) when EventTypeError(type) is { } error:
                context.Report(Rules.InvalidSetting, location, name, error);
                break;
            case ("Name", string { Length: 0 }):
                context.Report(Rules.InvalidSetting, location, name, "an endpoint's name cannot be empty");
                break;
            case ("HeartbeatSeconds" or "SendTimeoutSeconds" or "MaxDurationSeconds", double seconds) when !IsDuration(seconds):
                context.Report(Rules.InvalidSetting, location, name, "it is a number of seconds from 0 on");
                break;
            case ("RetryMilliseconds", int and < 0 and not -1):
                context.Report(Rules.InvalidSetting, location, name, "it is a number of milliseconds from 0 on");
                break;
        }
    }

    /// <summary>Why <paramref name="type"/> cannot be the <c>event:</c> field, as the end of a sentence.</summary>
    public static string? EventTypeError(string type) => type switch
    {
        "error" or "open" => $"EventSource raises events called \"{type}\" itself, so that a client could not tell them apart",
        _ when type.IndexOfAny(['\r', '\n', '\0']) >= 0 => "a line break or NUL would break the event-stream format",
        _ => null,
    };

    /// <summary>-1 says: as the options have it. More than 24 days do not fit into a timer.</summary>
    private static bool IsDuration(double seconds) => seconds is -1 or >= 0 and <= int.MaxValue / 1000;

    private static string? Text(Dictionary<string, TypedConstant> arguments, string name) =>
        arguments.TryGetValue(name, out var argument) ? argument.Value as string : null;

    private static string? Assignment(KeyValuePair<string, TypedConstant> argument) => argument.Value switch
    {
        { Kind: TypedConstantKind.Enum, Value: { } value, Type: { } type } =>
            $"{argument.Key} = ({TypeRef.Of(type)}){CSharpLiteral.Number(value)}",
        { Value: string text } => $"{argument.Key} = {CSharpLiteral.String(text)}",
        { Value: double or int } => $"{argument.Key} = {CSharpLiteral.Number(argument.Value.Value)}",
        _ => null,
    };

    /// <summary>The named argument's value, or the pattern; the method's name when the attribute is not in source.</summary>
    private static Location LocationOf(AttributeSyntax? syntax, string? name, ParsingContext context)
    {
        var arguments = syntax?.ArgumentList?.Arguments ?? default;
        var argument = arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == name);
        return argument?.Expression.GetLocation() ?? context.LocationOf(context.Method);
    }
}

namespace SseGen.Generator.Parsing;

/// <summary>
/// A route pattern as ASP.NET Core's own parser reads it, so that what would be an exception at start is a compile-time error, and so
/// that a parameter is known to be in the route.
/// </summary>
/// <remarks>Constraints are not looked up: an application may add its own.</remarks>
internal sealed class RoutePattern
{
    private readonly List<RouteParameter> _parameters = [];

    private RoutePattern()
    {
    }

    /// <summary>What is wrong, as the end of a sentence; <see langword="null"/> for a valid pattern.</summary>
    public string? Error { get; private set; }

    public IReadOnlyList<RouteParameter> Parameters => _parameters;

    /// <summary>The parameter of this name, in any case; <see langword="null"/> when there is none.</summary>
    public RouteParameter? Find(string name) =>
        _parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    public static RoutePattern Parse(string pattern)
    {
        var result = new RoutePattern();
        var text = pattern.StartsWith("~/", StringComparison.Ordinal) ? pattern.Substring(2) : pattern.TrimStartOnce('/');
        result.Error = result.Read(text);
        return result;
    }

    private string? Read(string text)
    {
        if (text.StartsWith("~", StringComparison.Ordinal))
        {
            return "it begins with '~' but not with '~/'";
        }

        if (!SplitSegments(text, out var segments))
        {
            return "there is an incomplete parameter: each '{' needs a '}' ('{{' and '}}' stand for the characters themselves)";
        }

        for (var i = 0; i < segments.Count; i++)
        {
            // A slash at the end is allowed; anywhere else an empty segment is two slashes in a row.
            if (segments[i].Count == 0 && i < segments.Count - 1)
            {
                return "'/' cannot follow '/'";
            }

            if (ReadSegment(segments[i], isLast: i == segments.Count - 1) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private string? ReadSegment(List<string> parts, bool isLast)
    {
        RouteParameter? previous = null;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i][0] != '{')
            {
                previous = null;
                if (parts[i].Contains('?'))
                {
                    return "a literal cannot contain '?'";
                }

                continue;
            }

            if (ReadParameter(parts[i].Substring(1, parts[i].Length - 2), out var parameter) is { } error)
            {
                return error;
            }

            if (previous is not null)
            {
                return $"the parameters '{previous.Name}' and '{parameter.Name}' need a literal between them";
            }

            if (PlaceError(parameter, parts, i, isLast) is { } misplaced)
            {
                return misplaced;
            }

            previous = parameter;
        }

        return null;
    }

    private static string? PlaceError(RouteParameter parameter, List<string> parts, int index, bool isLastSegment)
    {
        if (parameter.IsCatchAll && (parts.Count > 1 || !isLastSegment))
        {
            return $"the catch-all parameter '{parameter.Name}' must be the whole last segment";
        }

        if (!parameter.IsOptional || parts.Count == 1)
        {
            return null;
        }

        return index < parts.Count - 1 || parts[index - 1] != "."
            ? $"the optional parameter '{parameter.Name}' must be the whole segment, or its end after a '.'"
            : null;
    }

    private string? ReadParameter(string text, out RouteParameter parameter)
    {
        text = text.Replace("{{", "{").Replace("}}", "}");
        var isCatchAll = text.StartsWith("*", StringComparison.Ordinal);
        var body = isCatchAll ? text.TrimStartOnce('*').TrimStartOnce('*') : text;
        var isOptional = body.EndsWith("?", StringComparison.Ordinal);
        body = isOptional ? body.Substring(0, body.Length - 1) : body;

        var end = body.IndexOfAny([':', '=']);
        var name = end < 0 ? body : body.Substring(0, end);
        var hasDefault = HasDefault(body);
        parameter = new RouteParameter(name, isOptional, isCatchAll, hasDefault);

        if (name.Length == 0 || name.IndexOfAny(['/', '{', '}', '?', '*']) >= 0)
        {
            return $"'{name}' is not a parameter name";
        }

        if (isOptional && (isCatchAll || hasDefault))
        {
            return $"the parameter '{name}' cannot be optional and {(isCatchAll ? "catch all" : "have a default value")}";
        }

        if (Find(name) is not null)
        {
            return $"the parameter '{name}' appears more than once";
        }

        _parameters.Add(parameter);
        return null;
    }

    /// <summary><c>=</c> begins a default value unless it is inside of a constraint's parentheses.</summary>
    private static bool HasDefault(string parameter)
    {
        var depth = 0;
        foreach (var c in parameter)
        {
            depth += c switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (c == '=' && depth <= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cuts the pattern into segments, and these into literals and <c>{parameters}</c>; false where a brace is not closed.</summary>
    private static bool SplitSegments(string text, out List<List<string>> segments)
    {
        segments = [[]];
        var start = 0;
        var inParameter = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                i++;
            }
            else if (c == '{')
            {
                if (inParameter)
                {
                    return false;
                }

                AddPart(segments, text, start, i);
                (start, inParameter) = (i, true);
            }
            else if (c == '}')
            {
                if (!inParameter)
                {
                    return false;
                }

                AddPart(segments, text, start, i + 1);
                (start, inParameter) = (i + 1, false);
            }
            else if (c == '/' && !inParameter)
            {
                AddPart(segments, text, start, i);
                segments.Add([]);
                start = i + 1;
            }
        }

        AddPart(segments, text, start, text.Length);
        return !inParameter;
    }

    private static void AddPart(List<List<string>> segments, string text, int start, int end)
    {
        if (end > start)
        {
            segments[segments.Count - 1].Add(text.Substring(start, end - start));
        }
    }
}

/// <summary>A <c>{parameter}</c> of a route pattern.</summary>
internal sealed record RouteParameter(string Name, bool IsOptional, bool IsCatchAll, bool HasDefault)
{
    /// <summary>A request may match the pattern without a value for this parameter.</summary>
    public bool MayBeAbsent => (IsOptional || IsCatchAll) && !HasDefault;
}

file static class StringExtensions
{
    public static string TrimStartOnce(this string text, char prefix) =>
        text.Length > 0 && text[0] == prefix ? text.Substring(1) : text;
}

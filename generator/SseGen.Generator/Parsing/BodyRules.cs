using SseGen.Generator.Analysis;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>A request has one body, and it is JSON or a form.</summary>
internal static class BodyRules
{
    public static void Check(EquatableArray<ParameterSpec> parameters, ParsingContext context)
    {
        var all = parameters.SelectMany(static parameter => parameter.Source == ParameterSource.AsParameters ? parameter.Members : [parameter]).ToList();
        var bodies = all.Where(static parameter => parameter.Source == ParameterSource.Body).ToList();
        if (bodies.Count > 1)
        {
            Report(bodies[1], parameters, $"the body is '{bodies[0].Name}' already", context);
        }

        if (bodies.Count > 0 && all.FirstOrDefault(static parameter => IsForm(parameter.Source)) is { } form)
        {
            Report(form, parameters, $"the body is the JSON of '{bodies[0].Name}', and cannot be a form, too", context);
        }
    }

    /// <summary>Whether the source is the request's form.</summary>
    public static bool IsForm(ParameterSource source) => source
        is ParameterSource.Form or ParameterSource.FormCollection or ParameterSource.FormFile or ParameterSource.FormFiles;

    private static void Report(ParameterSpec parameter, EquatableArray<ParameterSpec> parameters, string reason, ParsingContext context)
    {
        var owner = parameters.First(candidate => candidate == parameter || candidate.Members.Contains(parameter));
        var symbol = context.Method.Parameters.First(candidate => candidate.Name == owner.Name);
        context.Report(Rules.CannotBind, context.LocationOf(symbol), parameter.Name, reason);
    }
}

using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>
/// What a formatter keeps from the app's JSON options: the metadata that writes instead of generated code in an app that changed
/// them, and the options themselves where converters or metadata need them.
/// </summary>
internal sealed class EventFormatterFields(PayloadGraph graph)
{
    private readonly bool _isJson = !graph.IsText;

    /// <summary>The field with the metadata of the type that <paramref name="case"/> is written as.</summary>
    public static string Customized(EventCaseSpec? @case) =>
        @case?.OwnPayload is null ? "_customized" : "_customized" + GeneratedNames.Word(@case.Type);

    public void Emit(SourceWriter source)
    {
        foreach (var (type, field) in Customizable())
        {
            source.WriteLine($"private readonly global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}>? {field};");
        }

        if (graph.NeedsOptions)
        {
            source.WriteLine("private readonly global::System.Text.Json.JsonSerializerOptions _options;");
        }

        if (_isJson)
        {
            source.WriteLine();
            EmitConstructor(source);
        }

        source.WriteLine();
        source.WriteLine("/// <param name=\"options\">The app's JSON options. Where it changed what they say about writing, they are followed.</param>");
        source.WriteLine($"public static global::SseGen.Framing.EventFormatter<{graph.Element}> Create(global::System.Text.Json.JsonSerializerOptions options) =>");
        using (source.Indent())
        {
            source.WriteLine(_isJson ? "new Formatter(options);" : "new Formatter();");
        }

        source.WriteLine();
    }

    private void EmitConstructor(SourceWriter source)
    {
        using (source.Block("private Formatter(global::System.Text.Json.JsonSerializerOptions options)"))
        {
            var contexts = string.Concat(graph.Contexts.Select(static context => $", {context}.Default"));
            if (graph.NeedsOptions)
            {
                source.WriteLine($"_options = global::SseGen.Json.AppJson.WithContexts(options{contexts});");
            }

            var hidden = graph.Uncertain.Count == 0 ? "" : ", hidden";
            if (graph.Uncertain.Count > 0)
            {
                source.WriteLines($"var hidden = {string.Join("\n    ?? ", graph.Uncertain.Select(HiddenMember))};");
            }

            foreach (var (type, field) in Customizable())
            {
                source.WriteLine($"{field} = global::SseGen.Json.AppJson.CustomizedTypeInfo<{type}>(options{hidden}{contexts});");
            }
        }
    }

    private static string HiddenMember(UncertainTypeSpec uncertain) =>
        $"global::SseGen.Json.HiddenMembers.Find<{uncertain.Type}>(showsInternals: {(uncertain.ShowsInternals ? "true" : "false")})";

    private IEnumerable<(TypeRef Type, string Field)> Customizable()
    {
        if (_isJson)
        {
            yield return (graph.Payload.Type, Customized(null));
            foreach (var @case in graph.Cases.Where(static @case => @case.OwnPayload is not null))
            {
                yield return (@case.Type, Customized(@case));
            }
        }
    }
}

using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>A parameter, or a member of an <c>[AsParameters]</c> parameter, with the names that generated code has for it.</summary>
/// <param name="Spec">What it is.</param>
/// <param name="Owner">The parameter that it is a member of.</param>
/// <param name="Position">The place of the parameter, or of its owner, in the handler.</param>
/// <param name="Index">Its place among all that are bound.</param>
internal sealed record BoundParameter(ParameterSpec Spec, ParameterSpec? Owner, int Position, int Index)
{
    private string Prefix => Owner is null ? Spec.Name : $"{Owner.Name}_{Spec.Name}";

    /// <summary>The variable that holds what binds it.</summary>
    public string BinderName => Prefix + "Parameter";

    /// <summary>The variable that holds what its <c>BindAsync</c> gave.</summary>
    public string BoundName => Prefix + "Bound";

    /// <summary>The variable that holds its value.</summary>
    public string ValueName => Prefix + "Value";

    /// <summary>Its value must be looked for; the rest is at hand in the request and the stream.</summary>
    public bool NeedsBinder => Spec.Source is not (
        ParameterSource.CancellationToken or ParameterSource.Context or ParameterSource.HttpContext or ParameterSource.Writer);

    /// <summary>It is, or may turn out to be, the body or a part of it.</summary>
    public bool ReadsBody => Spec.Source
        is ParameterSource.Body or ParameterSource.Form or ParameterSource.FormCollection or ParameterSource.FormFile or ParameterSource.FormFiles
        || IsInferredBody;

    /// <summary>Whether it can be bound is looked at in its turn, but its value taken later.</summary>
    public bool IsChecked => Spec.Source is ParameterSource.Body or ParameterSource.BindAsync || IsInferredBody;

    /// <summary>Its value is taken when it is certain that the handler is called.</summary>
    public bool IsLate => Spec.Source
        is ParameterSource.Service or ParameterSource.KeyedService or ParameterSource.ServiceOrBody
        or ParameterSource.Body or ParameterSource.BindAsync;

    /// <summary>It is a member of an object that is made before there is a stream.</summary>
    public bool IsOfEarlyObject => Owner is not null && !NeedsStream(Owner);

    private bool IsInferredBody => Spec is { Source: ParameterSource.ServiceOrBody, InfersBody: true };

    /// <summary>
    /// Whether an <c>[AsParameters]</c> object has a member that there is no value for before the stream. The stream's token there is.
    /// </summary>
    public static bool NeedsStream(ParameterSpec parameters) => parameters.Members.Any(static member =>
        member.Source is ParameterSource.Context or ParameterSource.Writer);

    /// <summary>All that is bound for a request, in the order of declaration.</summary>
    public static List<BoundParameter> AllOf(EndpointSpec endpoint)
    {
        List<BoundParameter> all = [];
        for (var i = 0; i < endpoint.Parameters.Count; i++)
        {
            var parameter = endpoint.Parameters[i];
            if (parameter.Source != ParameterSource.AsParameters)
            {
                all.Add(new BoundParameter(parameter, Owner: null, i, all.Count));
                continue;
            }

            foreach (var member in parameter.Members)
            {
                all.Add(new BoundParameter(member, parameter, i, all.Count));
            }
        }

        return all;
    }
}

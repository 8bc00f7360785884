using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Sources that an attribute names. An attribute counts through its interface, so that a user's own work; of several, the order here
/// decides, and not the order in which they are written.
/// </summary>
internal static class AttributeSources
{
    private static readonly (string Interface, ParameterSource Source)[] s_texts =
    [
        (KnownNames.FromRouteMetadata, ParameterSource.Route),
        (KnownNames.FromQueryMetadata, ParameterSource.Query),
        (KnownNames.FromHeaderMetadata, ParameterSource.Header),
    ];

    /// <param name="value">The parameter.</param>
    /// <param name="context">Takes what is wrong.</param>
    /// <param name="isDecided">An attribute names the source; without a spec it was refused.</param>
    public static ParameterSpec? Find(BoundValue value, ParsingContext context, out bool isDecided)
    {
        isDecided = true;
        if (value.Attribute(KnownNames.LastEventIdAttribute, context) is not null)
        {
            BindingRules.CheckLastEventId(value, context);
            return TextValues.Parse(value, ParameterSource.LastEventId, key: "", context, isExplicit: true);
        }

        foreach (var (metadata, source) in s_texts)
        {
            if (value.AttributeWith(metadata, context) is { } attribute)
            {
                return Text(value, attribute, metadata, source, context);
            }
        }

        if (value.AttributeWith(KnownNames.FromBodyMetadata, context) is not null)
        {
            return Body(value, context);
        }

        if (value.AttributeWith(KnownNames.FromFormMetadata, context) is { } form)
        {
            return Form(value, form, context);
        }

        var keyed = value.Attribute(KnownNames.FromKeyedServicesAttribute, context);
        if (value.AttributeWith(KnownNames.FromServiceMetadata, context) is not null)
        {
            return keyed is null
                ? value.Spec(ParameterSource.Service)
                : ParameterParser.Refuse(value, "it has both [FromKeyedServices] and an attribute for ordinary services", context);
        }

        if (keyed is not null)
        {
            return value.Spec(ParameterSource.KeyedService) with { ServiceKey = ServiceParser.KeyOf(keyed) };
        }

        isDecided = false;
        return null;
    }

    private static ParameterSpec? Text(
        BoundValue value, AttributeData attribute, string metadata, ParameterSource source, ParsingContext context)
    {
        var (key, keyInterface) = KeyOf(value, attribute, metadata);
        if (source == ParameterSource.Route && key is not null)
        {
            RouteRules.CheckKey(value, key, context);
            RouteRules.CheckOptionalSegment(value, key, context);
        }

        return TextValues.Parse(value, source, key, context, isExplicit: true) is { } spec ? spec with { KeyInterface = keyInterface } : null;
    }

    private static ParameterSpec Body(BoundValue value, ParsingContext context)
    {
        if (context.Symbols.Is(value.Type, KnownNames.Stream))
        {
            return value.Spec(ParameterSource.HttpContext) with { Parser = "httpContext.Request.Body" };
        }

        return context.Symbols.Is(value.Type, KnownNames.PipeReader)
            ? value.Spec(ParameterSource.HttpContext) with { Parser = "httpContext.Request.BodyReader" }
            : value.Spec(ParameterSource.Body);
    }

    private static ParameterSpec? Form(BoundValue value, AttributeData attribute, ParsingContext context)
    {
        var (key, keyInterface) = KeyOf(value, attribute, KnownNames.FromFormMetadata);
        var special = SpecialTypes.Find(value.Type, context.Symbols)?.Source;
        if (special is ParameterSource.FormCollection or ParameterSource.FormFiles)
        {
            return key == value.Name
                ? value.Spec(special.Value)
                : ParameterParser.Refuse(value, "the whole form has no name", context);
        }

        if (special == ParameterSource.FormFile)
        {
            return value.Spec(ParameterSource.FormFile) with { Key = key, KeyInterface = keyInterface };
        }

        if (ValueParsers.Find(value.Type, context.Symbols) is null && !TextValues.IsMultiple(value.Type, context.Symbols))
        {
            return ParameterParser.Refuse(
                value, "a form's fields are bound to simple values, arrays of them, IFormCollection and files; an object of several fields is not supported", context);
        }

        if (value.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String })
        {
            return ParameterParser.Refuse(value, "minimal APIs do not bind an array of strings from a form; use StringValues", context);
        }

        return TextValues.Parse(value, ParameterSource.Form, key, context, isExplicit: true) is { } spec ? spec with { KeyInterface = keyInterface } : null;
    }

    /// <summary>
    /// What ASP.NET Core's own attributes say stands in the code. A user's may compute its name, so the object is asked, once per endpoint.
    /// </summary>
    private static (string? Key, string? Interface) KeyOf(BoundValue value, AttributeData attribute, string metadata)
    {
        if (attribute.AttributeClass?.ContainingNamespace.ToDisplayString() != KnownNames.MvcNamespace)
        {
            return (null, metadata);
        }

        var name = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Name").Value;
        return ((name.IsNull ? null : name.Value as string) ?? value.Name, null);
    }
}

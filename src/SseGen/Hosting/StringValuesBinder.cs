using Microsoft.Extensions.Primitives;

namespace SseGen.Hosting;

/// <summary>All texts of a name; at least one is required.</summary>
internal sealed class StringValuesBinder(EventStreamParameter parameter, TextSource source, StringValues defaultValue) : ParameterBinder<StringValues>
{
    public override StringValues Bind(RequestBinding request)
    {
        var texts = source.ReadAll(request.HttpContext);
        if (texts.Count > 0)
        {
            return texts;
        }

        return parameter.IsOptional ? defaultValue : request.Missing<StringValues>(parameter, source.Name);
    }
}

/// <summary>All texts of a name; null when there are none.</summary>
internal sealed class OptionalStringValuesBinder(TextSource source) : ParameterBinder<StringValues?>
{
    public override StringValues? Bind(RequestBinding request)
    {
        var texts = source.ReadAll(request.HttpContext);
        return texts.Count > 0 ? texts : (StringValues?)null;
    }
}

namespace SseGen.Hosting;

/// <summary>A value made from one text.</summary>
internal sealed class ValueBinder<T>(EventStreamParameter parameter, TextSource source, ValueParser<T> parser, T defaultValue) : ParameterBinder<T>
{
    public override T Bind(RequestBinding request)
    {
        var text = source.Read(request.HttpContext);
        if (text is null)
        {
            return parameter.IsOptional ? defaultValue : request.Missing<T>(parameter, source.Name);
        }

        return parser(text, out var value) ? value : request.Unparsable<T>(parameter, text);
    }
}

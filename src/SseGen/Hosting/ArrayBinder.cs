namespace SseGen.Hosting;

/// <summary>A value made from several texts. Without any it is an empty array: an array is never missing.</summary>
internal sealed class ArrayBinder<T>(EventStreamParameter parameter, TextSource source, ValueParser<T> parser, bool skipsEmpty) : ParameterBinder<T[]>
{
    public override T[] Bind(RequestBinding request)
    {
        var texts = source.ReadElements(request.HttpContext);
        if (texts.Length == 0)
        {
            return [];
        }

        var values = new T[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (skipsEmpty && string.IsNullOrEmpty(texts[i]))
            {
                continue;
            }

            if (!parser(texts[i]!, out values[i]!))
            {
                request.Unparsable<T[]>(parameter, texts[i]);
            }
        }

        return values;
    }
}

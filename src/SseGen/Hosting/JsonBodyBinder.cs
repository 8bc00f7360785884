namespace SseGen.Hosting;

/// <summary>The argument that the JSON body is. An empty body and the literal <c>null</c> are the same: no value.</summary>
internal sealed class JsonBodyBinder<T>(EventStreamParameter parameter, T defaultValue, bool allowsEmpty, bool isInferred) : ParameterBinder<T>
{
    public override void Check(RequestBinding request)
    {
        if (request.Body is T || allowsEmpty)
        {
            return;
        }

        _ = isInferred ? request.NoImplicitBody<T>(parameter) : request.Missing<T>(parameter, "body");
    }

    public override T Bind(RequestBinding request)
    {
        if (request.Body is T body)
        {
            return body;
        }

        return allowsEmpty ? defaultValue : MissingValue.Of<T>();
    }
}

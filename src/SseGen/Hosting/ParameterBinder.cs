using System.ComponentModel;

namespace SseGen.Hosting;

/// <summary>Gives one argument its value: made once per endpoint, asked once per request.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ParameterBinder<T>
{
    /// <summary>Tells <paramref name="request"/> now what is wrong with an argument that is taken later.</summary>
    public virtual void Check(RequestBinding request)
    {
    }

    /// <summary>The argument. When it cannot be had, that is told to <paramref name="request"/> and the default of the type returned.</summary>
    public abstract T Bind(RequestBinding request);
}

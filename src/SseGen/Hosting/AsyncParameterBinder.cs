using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace SseGen.Hosting;

/// <summary>An argument whose type binds itself. It is called before everything else is bound; whether the result will do is looked at in turn.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncParameterBinder<T>
{
    private readonly EventStreamParameter _parameter;
    private readonly string _name;
    private readonly Func<HttpContext, ParameterInfo, ValueTask<object?>> _bind;
    private readonly T _defaultValue;

    internal AsyncParameterBinder(
        EventStreamParameter parameter, string name, Func<HttpContext, ParameterInfo, ValueTask<object?>> bind, T defaultValue)
    {
        _parameter = parameter;
        _name = name;
        _bind = bind;
        _defaultValue = defaultValue;
    }

    /// <summary>Calls the type's <c>BindAsync</c>.</summary>
    public ValueTask<object?> BindAsync(RequestBinding request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _bind(request.HttpContext, _parameter.ParameterInfo);
    }

    /// <summary>Tells <paramref name="request"/> when <see cref="BindAsync"/> gave nothing for an argument that is required.</summary>
    public void Check(RequestBinding request, object? bound)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (bound is null && !_parameter.IsOptional)
        {
            request.Missing<T>(_parameter, _name);
        }
    }

    /// <summary>The argument, of what <see cref="BindAsync"/> gave.</summary>
    /// <exception cref="NullReferenceException">It gave nothing, and a struct is required: see <see cref="MissingValue"/>.</exception>
    public T Bind(object? bound)
    {
        if (bound is not null)
        {
            return (T)bound;
        }

        return _parameter.IsOptional ? _defaultValue : MissingValue.Of<T>();
    }
}

using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace SseGen.Hosting;

/// <summary>Calls a <c>BindAsync</c> that may be implemented explicitly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BindAsync
{
    /// <summary>The value that <typeparamref name="T"/> binds.</summary>
    public static async ValueTask<object?> Of<T>(HttpContext httpContext, ParameterInfo parameter)
        where T : class, IBindableFromHttpContext<T> => await T.BindAsync(httpContext, parameter);
}

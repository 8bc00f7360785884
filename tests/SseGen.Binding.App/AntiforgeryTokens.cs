using Microsoft.AspNetCore.Antiforgery;

namespace SseGen.Binding.App;

/// <summary>
/// Gives a request the tokens of a form that it asks for by <c>X-Token</c>: a <c>valid</c> pair, a pair that is not (<c>foreign</c>: the cookie
/// is of another), or something that is no token (<c>wrong</c>).
/// </summary>
internal static class AntiforgeryTokens
{
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        if (headers["X-Token"].ToString() is { Length: > 0 } kind)
        {
            var tokens = Create(context);
            var cookie = (kind == "foreign" ? Create(context) : tokens).CookieToken;
            headers.Cookie = $"{CookieName(context)}={cookie}";
            headers[tokens.HeaderName!] = kind == "wrong" ? "none" : tokens.RequestToken;
        }

        return next(context);
    }

    /// <summary>Of a context of their own: the request's would remember that it came without any.</summary>
    private static AntiforgeryTokenSet Create(HttpContext context) => context.RequestServices.GetRequiredService<IAntiforgery>()
        .GetTokens(new DefaultHttpContext { RequestServices = context.RequestServices, User = context.User });

    private static string CookieName(HttpContext context) =>
        context.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<AntiforgeryOptions>>().Value.Cookie.Name!;
}

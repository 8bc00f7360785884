using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Types whose value the request, or the stream, has ready. Exact matches only, as in minimal APIs.</summary>
internal static class SpecialTypes
{
    private static readonly (string Type, string Expression)[] s_fromHttpContext =
    [
        (KnownNames.HttpContext, "httpContext"),
        (KnownNames.HttpRequest, "httpContext.Request"),
        (KnownNames.HttpResponse, "httpContext.Response"),
        (KnownNames.ClaimsPrincipal, "httpContext.User"),
        (KnownNames.Stream, "httpContext.Request.Body"),
        (KnownNames.PipeReader, "httpContext.Request.BodyReader"),
    ];

    private static readonly (string Type, ParameterSource Source)[] s_fromForm =
    [
        (KnownNames.FormCollection, ParameterSource.FormCollection),
        (KnownNames.FormFileCollection, ParameterSource.FormFiles),
        (KnownNames.FormFile, ParameterSource.FormFile),
    ];

    /// <summary>The source and, for a value of the request, the expression that reads it.</summary>
    public static (ParameterSource Source, string? Expression)? Find(ITypeSymbol type, KnownSymbols symbols)
    {
        if (symbols.Is(type, KnownNames.CancellationToken))
        {
            return (ParameterSource.CancellationToken, null);
        }

        if (symbols.Is(type, KnownNames.EventStreamWriter))
        {
            return (ParameterSource.Writer, null);
        }

        if (symbols.Is(type, KnownNames.EventStreamContext))
        {
            return (ParameterSource.Context, null);
        }

        foreach (var (name, source) in s_fromForm)
        {
            if (symbols.Is(type, name))
            {
                return (source, null);
            }
        }

        foreach (var (name, expression) in s_fromHttpContext)
        {
            if (symbols.Is(type, name))
            {
                return (ParameterSource.HttpContext, expression);
            }
        }

        return null;
    }
}

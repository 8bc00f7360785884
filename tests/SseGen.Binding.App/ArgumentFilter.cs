namespace SseGen.Binding.App;

/// <summary>A filter that tells the arguments it sees, and gives back what the query asks for: whatever a filter may.</summary>
internal static class ArgumentFilter
{
    public static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        response.Headers["X-Arguments"] = Shown.Arguments(context.Arguments);
        switch (context.HttpContext.Request.Query["filter"].ToString())
        {
            case "refuse":
                return TypedResults.Problem("Refused.", statusCode: StatusCodes.Status409Conflict);
            case "empty":
                return Results.Empty;
            case "text":
                return "text";
            case "html":
                response.ContentType = "text/html";
                return "<p>text</p>";
            case "null":
                return null;
            case "null-after":
                await next(context);
                return null;
            case "object":
                return new Dto(1, "filter");
            case "number":
                return 42;
            case "other-sequence":
                return Shown.Numbers();
            case "sequence":
                return Shown.Values("replaced");
            case "replace" when context.Arguments is [string, ..]:
                context.Arguments[0] = "replaced";
                return await next(context);
            case "wrap":
                return await next(context) is IAsyncEnumerable<string> values ? Shown.Surrounded(values) : null;
            case "status":
                response.StatusCode = StatusCodes.Status404NotFound;
                return await next(context);
            case "fail":
                throw new InvalidOperationException("The filter fails.");
            case "fail-as-bad":
                throw new BadHttpRequestException("The filter fails.", StatusCodes.Status422UnprocessableEntity);
            default:
                return await next(context);
        }
    }
}

using System.Text;
using System.Text.Json;

namespace SseGen.Binding.Tests;

/// <summary>What can be seen of an answer, in a form that both kinds of endpoint share.</summary>
public sealed record Answer(int Status, string Content, string Log, string Arguments)
{
    public static async Task<Answer> OfAsync(HttpClient client, HandlerRequest request, string prefix = "")
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(prefix + request.Uri, UriKind.Relative));
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
            if (request.ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
            }
        }

        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(
            (int)response.StatusCode,
            ValuesOf(response, text),
            Header(response, "X-Log"),
            Header(response, "X-Arguments"));
    }

    /// <summary>Events and the elements of a JSON array are the same values; a problem's trace id is each request's own.</summary>
    private static string ValuesOf(HttpResponseMessage response, string text)
    {
        switch (response.Content.Headers.ContentType?.MediaType)
        {
            case "text/event-stream":
                return string.Join('\n', text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block["data: ".Length..]));
            case "application/json":
                return string.Join('\n', JsonSerializer.Deserialize<string[]>(text)!);
            case "application/problem+json":
                using (var problem = JsonDocument.Parse(text))
                {
                    return string.Join(',', problem.RootElement.EnumerateObject().Where(member => member.Name != "traceId").Select(member => member.ToString()));
                }

            default:
                return $"{response.Content.Headers.ContentType}: {text}";
        }
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values)
        ? string.Join('\n', values.Select(Uri.UnescapeDataString))
        : "";
}

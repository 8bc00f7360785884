using System.Text;
using System.Text.Json;

namespace SseGen.Binding.Tests;

/// <summary>What can be seen of an answer, in a form that both kinds of endpoint share.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Content">The kind of content, and in it the bound values, the problem or the exception.</param>
/// <param name="Log">What was logged of the binding.</param>
/// <param name="Arguments">The arguments as a filter saw them.</param>
public sealed record Answer(int Status, string Content, string Log, string Arguments)
{
    /// <summary>
    /// Far more than an answer on the loopback takes, the first of a process on a busy machine included. The first request without an answer
    /// ends the test, so that a stream without an end is waited for once.
    /// </summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request.</summary>
    /// <param name="client">The client of the application.</param>
    /// <param name="request">The request.</param>
    /// <param name="prefix">What stands before the request's path.</param>
    /// <exception cref="TimeoutException">There was no answer, or no end of it.</exception>
    public static async Task<Answer> OfAsync(HttpClient client, HandlerRequest request, string prefix = "")
    {
        using var message = MessageOf(request, prefix);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(s_patience);
        try
        {
            using var response = await client.SendAsync(message, timeout.Token);
            return new Answer(
                (int)response.StatusCode,
                // The framework names the path of an endpoint that it cannot serve.
                Describe(response, await response.Content.ReadAsStringAsync(timeout.Token)).Replace(ReferenceApp.Prefix, "", StringComparison.Ordinal),
                Header(response, "X-Log"),
                Header(response, "X-Arguments"));
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No end of the answer to {prefix}: {request}");
        }
        catch (HttpRequestException exception)
        {
            throw new InvalidOperationException($"No answer to {prefix}: {request}", exception);
        }
    }

    private static HttpRequestMessage MessageOf(HandlerRequest request, string prefix)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(prefix + request.Uri, UriKind.Relative));
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

        return message;
    }

    private static string Describe(HttpResponseMessage response, string text) => response.Content.Headers.ContentType?.MediaType switch
    {
        // Events, and the elements of the array that a minimal API sends in their place.
        "text/event-stream" => "values: " + string.Join('\n', text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(DataOf)),
        "application/json" when text.StartsWith('[') => "values: " + string.Join('\n', JsonSerializer.Deserialize<JsonElement[]>(text)!),
        "application/problem+json" => "problem: " + ProblemOf(text),
        // The developer exception page as text. What follows are the frames of the stack and the request.
        "text/plain" => "text: " + string.Join('\n', text.Split('\n').TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal))),
        var type => $"{type}: {text}",
    };

    /// <summary>The data of an event; whatever else were in it would make a difference.</summary>
    private static string DataOf(string frame) => frame.StartsWith("data: ", StringComparison.Ordinal) ? frame["data: ".Length..] : frame;

    /// <summary>A trace id is each request's own, and what the exception's stack and the request's path are differs as well.</summary>
    private static string ProblemOf(string text)
    {
        using var problem = JsonDocument.Parse(text);
        return string.Join(", ", problem.RootElement.EnumerateObject()
            .Where(member => member.Name is not ("traceId" or "exception"))
            .Select(member => member.ToString()));
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values)
        ? string.Join('\n', values.Select(Uri.UnescapeDataString))
        : "";
}

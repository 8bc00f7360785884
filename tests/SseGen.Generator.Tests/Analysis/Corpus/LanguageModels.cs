using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Polly;

namespace Acme.Models;

public sealed record Prompt(string Text, string Model);
public sealed record Delta(string Text);
public sealed record CompletionRequest(string Model, string Prompt, bool Stream);
public interface IChatClient { IAsyncEnumerable<Delta> CompleteAsync(Prompt prompt, CancellationToken cancellationToken = default); Task<string> ModerateAsync(string text, CancellationToken cancellationToken = default); Task SaveAsync(string text); }

public static class ChatEndpoints
{
    [EventStream("/chat", HttpMethod = "POST", Shutdown = EventStreamShutdown.Drain, CompletionEventType = "done")]
    public static async IAsyncEnumerable<Delta> Chat(Prompt prompt, IChatClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var delta in client.CompleteAsync(prompt, cancellationToken).WithCancellation(cancellationToken))
            yield return delta;
    }

    [EventStream("/chat/forwarded", HttpMethod = "POST")]
    public static IAsyncEnumerable<Delta> Forwarded(Prompt prompt, IChatClient client, CancellationToken cancellationToken) => client.CompleteAsync(prompt, cancellationToken);

    [EventStream("/chat/lost", HttpMethod = "POST")]
    public static IAsyncEnumerable<Delta> Lost(Prompt prompt, IChatClient client, CancellationToken cancellationToken) => client.CompleteAsync(prompt); // SSE104

    [EventStream("/chat/moderated", HttpMethod = "POST")]
    public static async Task<EventStreamResult<Delta>> Moderated(Prompt prompt, IChatClient client, CancellationToken cancellationToken)
    {
        var verdict = await client.ModerateAsync(prompt.Text, cancellationToken);
        return verdict is "ok" ? EventStreamResult.Stream(client.CompleteAsync(prompt, cancellationToken)) : TypedResults.Problem(verdict);
    }

    [EventStream("/chat/moderated/lost", HttpMethod = "POST")]
    public static async Task<EventStreamResult<Delta>> ModeratedLost(Prompt prompt, IChatClient client, CancellationToken cancellationToken)
    {
        var verdict = await client.ModerateAsync(prompt.Text); // SSE104
        if (verdict != "ok")
            return TypedResults.NotFound();
        return EventStreamResult.Stream(client.CompleteAsync(prompt, cancellationToken));
    }

    [EventStream("/relay", HttpMethod = "POST")]
    public static async IAsyncEnumerable<SseItem<string>> Relay(Prompt prompt, IHttpClientFactory clients, EventStreamContext context)
    {
        var ct = context.CancellationToken;
        using var client = clients.CreateClient("upstream");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/completions")
        {
            Content = JsonContent.Create(new CompletionRequest(prompt.Model, prompt.Text, true)),
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(ct))
            yield return item;
    }

    [EventStream("/relay/lost", HttpMethod = "POST")]
    public static async IAsyncEnumerable<string> RelayLost(Prompt prompt, HttpClient client, EventStreamContext context)
    {
        var ct = context.CancellationToken;
        using var response = await client.PostAsJsonAsync("/v1/completions", prompt); // SSE104
        await using var body = await response.Content.ReadAsStreamAsync(); // SSE104
        await foreach (var item in SseParser.Create(body).EnumerateAsync()) // SSE104
            yield return item.Data;
        await client.PostAsync("/v1/usage", null, ct);
    }

    [EventStream("/words", HttpMethod = "POST")]
    public static async IAsyncEnumerable<string> Words(Prompt prompt, IChatClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        var text = new StringBuilder();
        try
        {
            await foreach (var (piece, index) in client.CompleteAsync(prompt, ct).Select((delta, index) => (delta.Text, index)))
            {
                text.Append(piece);
                yield return $"{index}: {piece}";
            }
        }
        finally
        {
            await client.SaveAsync(text.ToString());
        }
    }

    [EventStream("/retried", HttpMethod = "POST")]
    public static async IAsyncEnumerable<string> Retried(Prompt prompt, HttpClient client, ResiliencePipeline pipeline, [EnumeratorCancellation] CancellationToken ct)
    {
        var answer = await pipeline.ExecuteAsync(
            async token =>
            {
                using var response = await client.GetAsync("/answer?" + prompt.Text, token);
                return await response.Content.ReadAsStringAsync(token);
            },
            ct);
        foreach (var word in answer.Split(' '))
        {
            yield return word;
            await Task.Delay(20, ct);
        }
    }

    [EventStream("/retried/by-hand", HttpMethod = "POST")]
    public static async IAsyncEnumerable<string> RetriedByHand(Prompt prompt, HttpClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        string? answer = null;
        for (var attempt = 1; answer is null; attempt++)
        {
            try
            {
                answer = await client.GetStringAsync("/answer?" + prompt.Text, ct);
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), ct);
            }
        }

        yield return answer;
    }

    [EventStream("/timed", HttpMethod = "POST")]
    public static async IAsyncEnumerable<Delta> Timed(Prompt prompt, IChatClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(TimeSpan.FromMinutes(2));
        await using var deltas = client.CompleteAsync(prompt, timeout.Token).GetAsyncEnumerator(timeout.Token);
        while (true)
        {
            timeout.CancelAfter(TimeSpan.FromSeconds(30));
            if (!await deltas.MoveNextAsync())
                yield break;
            yield return deltas.Current;
        }
    }

    [EventStream("/timed/only", HttpMethod = "POST")]
    public static async IAsyncEnumerable<Delta> TimedOnly(Prompt prompt, IChatClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource();
        timeout.CancelAfter(TimeSpan.FromMinutes(2));
        await foreach (var delta in client.CompleteAsync(prompt, timeout.Token)) // SSE104
            yield return delta;
    }

    [EventStream("/json", HttpMethod = "POST")]
    public static async IAsyncEnumerable<Delta> Json(Prompt prompt, HttpClient client, JsonSerializerOptions json, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var stream = await client.GetStreamAsync($"/deltas?{prompt.Model}", ct);
        await foreach (var delta in JsonSerializer.DeserializeAsyncEnumerable<Delta>(stream, json, ct))
        {
            if (delta is not null)
                yield return delta;
        }
    }

    [EventStream("/compared", HttpMethod = "POST")]
    public static async IAsyncEnumerable<string> Compared(Prompt prompt, IChatClient[] clients, [EnumeratorCancellation] CancellationToken ct)
    {
        var pending = clients.Select(client => client.ModerateAsync(prompt.Text, ct)).ToList();
        while (pending.Count > 0)
        {
            var done = await Task.WhenAny(pending);
            pending.Remove(done);
            yield return await done;
        }
    }
}

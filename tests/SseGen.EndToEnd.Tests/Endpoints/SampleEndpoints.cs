using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace SseGen.EndToEnd.Tests.Endpoints;

/// <summary>Handlers of every simple shape; each yields what it was given.</summary>
public static class SampleEndpoints
{
    [EventStream("/count/{to:int}", EventType = "number", Name = "count")]
    public static async IAsyncEnumerable<int> Count(int to, int from = 1, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = from; i <= to; i++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return i;
        }
    }

    [EventStream("/echo/{word}")]
    public static IAsyncEnumerable<string> Echo(string word, string? query, Uri? link) => Sequence.Of(word, query ?? "-", link?.ToString() ?? "-");

    [EventStream("/request")]
    internal static IAsyncEnumerable<string> Request(
        HttpContext httpContext, HttpRequest request, HttpResponse response, ClaimsPrincipal user, EventStreamContext context, CancellationToken token) =>
        Sequence.Of(
            $"{ReferenceEquals(httpContext.Request, request)}",
            $"{ReferenceEquals(httpContext.Response, response)}",
            $"{ReferenceEquals(httpContext.User, user)}",
            $"{context.CancellationToken == token}");

    [EventStream("/service")]
    public static IAsyncEnumerable<string> Service(Greeter greeter, IServiceProvider services) =>
        Sequence.Of(greeter.Greet("service"), services.GetType().IsPublic ? "public" : "provider");

    [EventStream("/setup")]
    public static async Task<IAsyncEnumerable<int>> Setup(bool fails = false)
    {
        await Task.Yield();
        return fails ? throw new BadHttpRequestException("The set-up refuses.", StatusCodes.Status422UnprocessableEntity) : Sequence.Of(1, 2);
    }

    [EventStream("/setup/value")]
    public static ValueTask<IAsyncEnumerable<int>> ValueSetup() => new(Sequence.Of(3));

    [EventStream("/posted", HttpMethod = "POST")]
    public static IAsyncEnumerable<int> Posted(int count) => Sequence.Of(count);

    [EventStream("/keyword")]
    public static IAsyncEnumerable<string> @event(string @class = "none", string endpoint = "e", string request = "r", string stream = "s") =>
        Sequence.Of(@class, endpoint, request, stream);

    public static class Nested
    {
        [EventStream("/nested")]
        public static IAsyncEnumerable<int> Nested2() => Sequence.Of(4);
    }
}

/// <summary>A handler without a name of its own can be mapped more than once.</summary>
public static class TenantEndpoints
{
    [EventStream("/tenant")]
    public static IAsyncEnumerable<string> Tenant(string? tenant) => Sequence.Of(tenant ?? "none");
}

/// <summary>An instance handler that generated code constructs.</summary>
public sealed class ConstructedEndpoints(Greeter greeter, TimeProvider time, string greeting = "constructed") : IAsyncDisposable
{
    [EventStream("/constructed")]
    public IAsyncEnumerable<string> Greet() => Sequence.Of(greeter.Greet(greeting), time.GetType().Name.Length > 0 ? "time" : "");

    public ValueTask DisposeAsync()
    {
        greeter.Disposed.TrySetResult();
        return ValueTask.CompletedTask;
    }
}

/// <summary>An instance handler that only the container can make.</summary>
public sealed class RegisteredEndpoints
{
    private readonly string _name;

    private RegisteredEndpoints(string name) => _name = name;

    public static RegisteredEndpoints Create(string name) => new(name);

    [EventStream("/registered")]
    internal IAsyncEnumerable<string> Name() => Sequence.Of(_name);
}

/// <summary>A struct can hold handlers, too.</summary>
public readonly record struct ValueEndpoints(Greeter Greeter)
{
    [EventStream("/struct")]
    public IAsyncEnumerable<string> Greet() => Sequence.Of(Greeter.Greet("struct"));
}

/// <summary>An attribute of the class counts for its handlers.</summary>
[Authorize]
public static class GuardedEndpoints
{
    [EventStream("/guarded")]
    public static IAsyncEnumerable<int> Guarded() => Sequence.Of(1);

    [EventStream("/open")]
    [AllowAnonymous]
    public static IAsyncEnumerable<int> Open() => Sequence.Of(2);
}

public sealed class Greeter
{
    public TaskCompletionSource Disposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Word { get; init; } = "hello";

    public string Greet(string who) => $"{Word} {who}";
}

internal static class Sequence
{
    public static async IAsyncEnumerable<T> Of<T>(params T[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }
}

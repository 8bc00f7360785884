using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using SseGen.EndToEnd.Tests.Endpoints;

namespace SseGen.EndToEnd.Tests.Citizen;

/// <summary>Handlers whose attributes are the framework's.</summary>
public static class CitizenEndpoints
{
    [EventStream("/citizen/plain/{word}", Name = "citizen-plain")]
    public static IAsyncEnumerable<string> Plain(string word, int times = 1) => Sequence.Of([.. Enumerable.Repeat(word, times)]);

    [EventStream("/citizen/none")]
    public static IAsyncEnumerable<string> None() => Sequence.Of("none");

    [EventStream("/citizen/nine")]
    public static IAsyncEnumerable<string> Nine(
        string a, string b, string c, string d, string e, string f, string g, string h, int i) =>
        Sequence.Of(a + b + c + d + e + f + g + h, i.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [EventStream("/citizen/decided")]
    public static async Task<EventStreamResult<string>> Decided(string word)
    {
        await Task.Yield();
        return word == "no" ? TypedResults.NotFound() : EventStreamResult.Stream(Sequence.Of(word));
    }

    [EventStream("/citizen/members")]
    [Authorize(Roles = "member")]
    public static IAsyncEnumerable<string> Members() => Sequence.Of("member");

    [EventStream("/citizen/shared")]
    [EnableCors("elsewhere")]
    public static IAsyncEnumerable<string> Shared() => Sequence.Of("shared");

    [EventStream("/citizen/limited")]
    [EnableRateLimiting("one")]
    [Tags("rationed")]
    public static IAsyncEnumerable<string> Limited() => Sequence.Of("limited");
}

/// <summary>Streams that go on until the test ends them.</summary>
public static class HeldEndpoints
{
    [EventStream("/citizen/held")]
    [EnableRateLimiting("one-at-a-time")]
    public static System.Threading.Channels.ChannelReader<string> Held(System.Threading.Channels.Channel<string> channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Reader;
    }
}

/// <summary>Streams of which no two are alike.</summary>
public static class NumberedEndpoints
{
    [EventStream("/citizen/numbered")]
    public static IAsyncEnumerable<string> Numbered() => Sequence.Of(Guid.NewGuid().ToString());
}

/// <summary>The base class asks for a member.</summary>
[Authorize(Roles = "member")]
public abstract class MembersOnly;

public sealed class InheritingEndpoints : MembersOnly
{
    [EventStream("/citizen/inherited/secret")]
    public static IAsyncEnumerable<string> Secret() => Sequence.Of("secret");

    [EventStream("/citizen/inherited/public")]
    [AllowAnonymous]
    public IAsyncEnumerable<string> Public() => Sequence.Of(GetType().Name);
}

/// <summary>The class asks for a login; one of its methods does without.</summary>
[Authorize]
[Tags("members")]
public static class MemberEndpoints
{
    [EventStream("/citizen/class/secret")]
    public static IAsyncEnumerable<string> Secret() => Sequence.Of("secret");

    [EventStream("/citizen/class/public")]
    [AllowAnonymous]
    [Tags("anybody")]
    public static IAsyncEnumerable<string> Public() => Sequence.Of("public");
}

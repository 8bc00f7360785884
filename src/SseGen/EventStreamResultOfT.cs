using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SseGen;

/// <summary>
/// What a handler returns that decides first: a stream, or an ordinary response instead of it. The framework's concrete results convert by
/// themselves (<c>return TypedResults.NotFound();</c>), any other <see cref="IResult"/> through <see cref="EventStreamResult.Reject"/>, a stream
/// through <see cref="EventStreamResult.Stream{T}"/>.
/// </summary>
/// <typeparam name="T">What the stream yields: a payload, or a <see cref="System.Net.ServerSentEvents.SseItem{T}"/> of one.</typeparam>
[SuppressMessage(
    "Usage",
    "CA2225:Operator overloads have named alternates",
    Justification = "EventStreamResult.Reject is the named alternative of every conversion.")]
public sealed class EventStreamResult<T>
{
    internal EventStreamResult(IAsyncEnumerable<T> events) => Value = events;

    private EventStreamResult(IResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Value = result;
    }

    /// <summary>The stream, or the <see cref="IResult"/>.</summary>
    internal object Value { get; }

    /// <summary>An ordinary response.</summary>
    public static implicit operator EventStreamResult<T>(EventStreamRejection rejection) => new(rejection.Result);

    /// <summary>The response of a <see cref="Accepted"/>.</summary>
    public static implicit operator EventStreamResult<T>(Accepted result) => new((IResult)result);

    /// <summary>The response of a <see cref="AcceptedAtRoute"/>.</summary>
    public static implicit operator EventStreamResult<T>(AcceptedAtRoute result) => new((IResult)result);

    /// <summary>The response of a <see cref="BadRequest"/>.</summary>
    public static implicit operator EventStreamResult<T>(BadRequest result) => new((IResult)result);

    /// <summary>The response of a <see cref="BadRequest{TValue}"/>.</summary>
    public static implicit operator EventStreamResult<T>(BadRequest<string> result) => new((IResult)result);

    /// <summary>The response of a <see cref="ChallengeHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(ChallengeHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="Conflict"/>.</summary>
    public static implicit operator EventStreamResult<T>(Conflict result) => new((IResult)result);

    /// <summary>The response of a <see cref="Conflict{TValue}"/>.</summary>
    public static implicit operator EventStreamResult<T>(Conflict<string> result) => new((IResult)result);

    /// <summary>The response of a <see cref="ContentHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(ContentHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="Created"/>.</summary>
    public static implicit operator EventStreamResult<T>(Created result) => new((IResult)result);

    /// <summary>The response of a <see cref="CreatedAtRoute"/>.</summary>
    public static implicit operator EventStreamResult<T>(CreatedAtRoute result) => new((IResult)result);

    /// <summary>The response of a <see cref="EmptyHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(EmptyHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="FileContentHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(FileContentHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="FileStreamHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(FileStreamHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="ForbidHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(ForbidHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="InternalServerError"/>.</summary>
    public static implicit operator EventStreamResult<T>(InternalServerError result) => new((IResult)result);

    /// <summary>The response of a <see cref="InternalServerError{TValue}"/>.</summary>
    public static implicit operator EventStreamResult<T>(InternalServerError<string> result) => new((IResult)result);

    /// <summary>The response of a <see cref="NoContent"/>.</summary>
    public static implicit operator EventStreamResult<T>(NoContent result) => new((IResult)result);

    /// <summary>The response of a <see cref="NotFound"/>.</summary>
    public static implicit operator EventStreamResult<T>(NotFound result) => new((IResult)result);

    /// <summary>The response of a <see cref="NotFound{TValue}"/>.</summary>
    public static implicit operator EventStreamResult<T>(NotFound<string> result) => new((IResult)result);

    /// <summary>The response of a <see cref="Ok"/>.</summary>
    public static implicit operator EventStreamResult<T>(Ok result) => new((IResult)result);

    /// <summary>The response of a <see cref="PhysicalFileHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(PhysicalFileHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="ProblemHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(ProblemHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="PushStreamHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(PushStreamHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="RedirectHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(RedirectHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="RedirectToRouteHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(RedirectToRouteHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="SignInHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(SignInHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="SignOutHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(SignOutHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="StatusCodeHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(StatusCodeHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="UnauthorizedHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(UnauthorizedHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="UnprocessableEntity"/>.</summary>
    public static implicit operator EventStreamResult<T>(UnprocessableEntity result) => new((IResult)result);

    /// <summary>The response of a <see cref="UnprocessableEntity{TValue}"/>.</summary>
    public static implicit operator EventStreamResult<T>(UnprocessableEntity<string> result) => new((IResult)result);

    /// <summary>The response of a <see cref="Utf8ContentHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(Utf8ContentHttpResult result) => new((IResult)result);

    /// <summary>The response of a <see cref="ValidationProblem"/>.</summary>
    public static implicit operator EventStreamResult<T>(ValidationProblem result) => new((IResult)result);

    /// <summary>The response of a <see cref="VirtualFileHttpResult"/>.</summary>
    public static implicit operator EventStreamResult<T>(VirtualFileHttpResult result) => new((IResult)result);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Validation;
using SseGen.EndToEnd.Tests.Endpoints;

namespace SseGen.EndToEnd.Tests.Citizen;

/// <summary>Handlers that say which values they take.</summary>
public static class ValidationEndpoints
{
    [EventStream("/valid/parameter")]
    public static IAsyncEnumerable<int> Parameter([Range(1, 10)] int count, [StringLength(3)] string? name = null) =>
        Sequence.Of(count, name?.Length ?? 0);

    [EventStream("/valid/object")]
    public static IAsyncEnumerable<int> Members([AsParameters] ValidPaging paging)
    {
        ArgumentNullException.ThrowIfNull(paging);
        return Sequence.Of(paging.Page);
    }

    [EventStream("/valid/body", HttpMethod = "POST")]
    public static IAsyncEnumerable<int> Body([FromBody] ValidPaging paging)
    {
        ArgumentNullException.ThrowIfNull(paging);
        return Sequence.Of(paging.Page);
    }

    [EventStream("/valid/record")]
    public static IAsyncEnumerable<int> Record([AsParameters] ValidSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return Sequence.Of(span.From);
    }

    [EventStream("/valid/inferred", HttpMethod = "POST")]
    public static IAsyncEnumerable<int> Inferred(ValidSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return Sequence.Of(span.From);
    }

    [EventStream("/valid/nested", HttpMethod = "POST")]
    public static IAsyncEnumerable<int> Nested([FromBody] ValidSpans spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        return Sequence.Of(spans.Spans.Count);
    }
}

[ValidatableType]
public sealed record ValidSpan([Range(1, 10)] int From, [Range(1, 10)] int To = 10);

/// <summary>What is in a marked type is looked at as well, and so is what it inherits.</summary>
[ValidatableType]
public sealed class ValidSpans : Labelled
{
    public IReadOnlyList<UnmarkedSpan> Spans { get; set; } = [];
}

public class Labelled
{
    [StringLength(3)]
    public string? Label { get; set; }
}

public sealed class UnmarkedSpan
{
    [Range(1, 10)]
    public int From { get; set; }
}

[ValidatableType]
public sealed class ValidPaging
{
    [Range(1, 100)]
    public int Page { get; set; }
}

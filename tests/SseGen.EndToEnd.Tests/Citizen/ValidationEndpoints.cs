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
}

[ValidatableType]
public sealed class ValidPaging
{
    [Range(1, 100)]
    public int Page { get; set; }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace SseGen.Streaming;

/// <summary>Whose streams count together against <see cref="EventStreamOptions.MaxConnectionsPerUser"/>.</summary>
internal static class StreamUser
{
    /// <summary>The user's key; <see langword="null"/> for one who cannot be told from others, and is not limited.</summary>
    public static string? KeyOf(HttpContext httpContext)
    {
        var user = httpContext.User;
        if (user.Identity is { IsAuthenticated: true } identity
            && (user.FindFirst(ClaimTypes.NameIdentifier) ?? user.FindFirst("sub"))?.Value is var id
            && (id ?? identity.Name) is { } name)
        {
            return "user " + name;
        }

        // A connection without an address is a Unix socket or a test, where all clients look the same.
        var address = httpContext.Connection.RemoteIpAddress;
        return address is null ? null : "address " + (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }
}

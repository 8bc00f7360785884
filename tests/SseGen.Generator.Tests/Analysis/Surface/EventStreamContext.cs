namespace SseGen
{
    public sealed class EventStreamContext
    {
        public string ConnectionId => "";
        public string? LastEventId => null;
        public System.Security.Claims.ClaimsPrincipal User => null!;
        public Microsoft.AspNetCore.Http.HttpContext HttpContext => null!;
        public System.Threading.CancellationToken CancellationToken => default;
        public System.Threading.CancellationToken Stopping => default;
    }
}

namespace SseGen
{
    public sealed class EventStreamResult<T>
    {
        public static implicit operator EventStreamResult<T>(Microsoft.AspNetCore.Http.HttpResults.NotFound result) => new();
        public static implicit operator EventStreamResult<T>(Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult result) => new();
    }

    public static class EventStreamResult
    {
        public static EventStreamResult<T> Stream<T>(System.Collections.Generic.IAsyncEnumerable<T> events) => new();
    }
}

using SseGen;

[assembly: EventStreamEndpoints("MapCatalogEventStreams")]

namespace SseGen.EndToEnd.Library;

/// <summary>Handlers of a library; the class is nobody else's.</summary>
internal static class CatalogEndpoints
{
    [EventStream("/catalog/{shelf}", EventType = "book")]
    public static IAsyncEnumerable<Book> Books(string shelf) => new[] { new Book(shelf, 1), new Book(shelf, 2) }.ToAsyncEnumerable();
}

public sealed record Book(string Shelf, int Number);

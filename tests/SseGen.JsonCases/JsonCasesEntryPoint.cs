namespace SseGen.JsonCases;

/// <summary>The generated extension, which is internal, for a test that hosts the cases itself.</summary>
public static class JsonCasesEntryPoint
{
    public static void Map(WebApplication app) => app.MapEventStreams();
}

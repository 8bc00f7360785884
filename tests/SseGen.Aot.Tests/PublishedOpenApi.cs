namespace SseGen.Aot.Tests;

/// <summary>The application with an OpenAPI document, without reflection.</summary>
public sealed class PublishedOpenApi() : PublishedApplication("SseGen.OpenApi.App", "tests", "SseGen.OpenApi.App", "SseGen.OpenApi.App.csproj");

namespace SseGen.Aot.Tests;

/// <summary>The application with an OpenAPI document, without reflection.</summary>
public sealed class PublishedOpenApi(PublishedShowcase showcase) : PublishedApplication(showcase.Build, "SseGen.OpenApi.App", "tests", "SseGen.OpenApi.App", "SseGen.OpenApi.App.csproj");

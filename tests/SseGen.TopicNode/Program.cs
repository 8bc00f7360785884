using SseGen.TopicNode;

// Takes --redis=host:port and --urls; the rest is the library's configuration.
var builder = WebApplication.CreateSlimBuilder(args);
NodeSetup.AddServices(builder, builder.Configuration["redis"] ?? "localhost:6379");
var app = builder.Build();
NodeSetup.Map(app);
app.Run();

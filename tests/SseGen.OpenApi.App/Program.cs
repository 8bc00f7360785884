using SseGen.OpenApi.App;

var builder = WebApplication.CreateSlimBuilder(args);
OpenApiApp.AddServices(builder);
var app = builder.Build();
OpenApiApp.Map(app);
app.Run();

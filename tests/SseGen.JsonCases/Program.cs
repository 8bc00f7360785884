using SseGen.JsonCases;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddEventStreams();
var app = builder.Build();
JsonCasesEntryPoint.Map(app);
Allocations.Map(app);
app.Run();

using Showcase.Activity;
using Showcase.Metrics;
using Showcase.Page;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddEventStreams();

builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddSingleton(new SampleLog<MachineSample>(MetricsSampler.Kept));
builder.Services.AddSingleton(new SampleLog<RuntimeSample>(MetricsSampler.Kept));
builder.Services.AddSingleton<ActivityFeed>();
builder.Services.AddSingleton<OpenStreams>();
builder.Services.AddHostedService<MetricsSampler>();
builder.Services.AddHostedService<CollectionWatcher>();

var app = builder.Build();
app.UsePage();
app.UseMiddleware<OpenStreams>();
app.MapEventStreams();
app.Run();

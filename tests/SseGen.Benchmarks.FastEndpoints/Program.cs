using FastEndpoints;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SseGen.Benchmarks.Fanout;
using SseGen.Benchmarks.Hosting;

// server [http1|http2]: the same routes as the other servers, with FastEndpoints.
var builder = ServerHost.CreateBuilder(args is ["http2"] ? HttpProtocols.Http2 : HttpProtocols.Http1);
builder.Services.AddFastEndpoints();
builder.Services.AddSingleton<ChannelPerSubscriber>();
var app = builder.Build();
app.UseFastEndpoints();
await ServerHost.RunAsync(app);

using Microsoft.AspNetCore.Server.Kestrel.Core;
using SseGen.Benchmarks.Formatting;
using SseGen.Benchmarks.Hosting;
using SseGen.Benchmarks.Kinds;

// server <kind> [http1|http2]       serves until standard input ends
// server format <milliseconds>      measures how one event is formatted, in this process, and prints a line for each case
if (args is ["format", var milliseconds])
{
    FormatRun.Print(TimeSpan.FromMilliseconds(int.Parse(milliseconds, System.Globalization.CultureInfo.InvariantCulture)));
    return 0;
}

if (args is not [var name, .. var rest] || ServerKind.Find(name) is not { } kind)
{
    Console.Error.WriteLine($"Usage: one of {string.Join(", ", ServerKind.All.Select(one => one.Name))}, then http1 or http2");
    return 2;
}

var builder = ServerHost.CreateBuilder(rest is ["http2"] ? HttpProtocols.Http2 : HttpProtocols.Http1);
kind.AddServices(builder.Services);
var app = builder.Build();
kind.Map(app);
await ServerHost.RunAsync(app);
return 0;

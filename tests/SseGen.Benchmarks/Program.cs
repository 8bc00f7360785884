using SseGen.Benchmarks.CommandLine;

return await CommandLineProgram.RunAsync(args, Console.Out, Console.Error);

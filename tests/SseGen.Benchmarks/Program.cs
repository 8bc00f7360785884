using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.CommandLine;

return args is [StreamHolder.Command, .. var streams]
    ? StreamHolder.Run(streams, Console.In, Console.Out)
    : await CommandLineProgram.RunAsync(args, Console.Out, Console.Error);

using System.Diagnostics;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Showcase.Page;

/// <summary>What does not change while the program runs.</summary>
/// <param name="Machine">The machine's name.</param>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The processor's architecture.</param>
/// <param name="Processors">The processors the process may use.</param>
/// <param name="Framework">The version of .NET.</param>
/// <param name="NativeAot">Whether this is a native binary, compiled ahead of time.</param>
/// <param name="ProcessId">The number of the process.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record HostInfo(
    string Machine, string System, string Architecture, int Processors, string Framework, bool NativeAot, int ProcessId, DateTimeOffset StartedAt)
{
    /// <summary>The machine and process this runs on.</summary>
    public static HostInfo Current { get; } = new(
        Environment.MachineName,
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        Environment.ProcessorCount,
        RuntimeInformation.FrameworkDescription,
        // RuntimeFeature.IsDynamicCodeSupported says what the project asks for, also under `dotnet run`; this is what has happened.
        JitInfo.GetCompiledMethodCount() == 0,
        Environment.ProcessId,
        Process.GetCurrentProcess().StartTime.ToUniversalTime());
}

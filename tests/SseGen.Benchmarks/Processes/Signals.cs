using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SseGen.Benchmarks.Processes;

/// <summary>How an orchestrator ends a process.</summary>
internal static partial class Signals
{
    private const int Terminate = 15;

    public static void SendTerminate(int processId)
    {
        if (Kill(processId, Terminate) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}

using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SseGen.Benchmarks.Client;

/// <summary>
/// Waits for many sockets on one thread with Linux's <c>epoll</c>, and reads each as it becomes readable. The client shares the
/// machine with the server, so that it must cost little: no task, no thread hop and no allocation for a read.
/// </summary>
internal sealed partial class EpollLoop : IDisposable
{
    private const int Add = 1, ReadableOrHungUp = 0x001 | 0x010, MaxEvents = 256, ReceiveBuffer = 256 * 1024;

    // `struct epoll_event` is packed on x64 only.
    private static readonly int s_stride = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int s_dataOffset = s_stride - 8;

    private readonly int _epoll;
    private readonly List<StreamConnection> _connections = [];
    private readonly byte[] _events = new byte[MaxEvents * 16];
    private readonly byte[] _buffer = new byte[ReceiveBuffer];

    public EpollLoop()
    {
        _epoll = EpollCreate(0);
        ThrowIfFailed(_epoll);
    }

    public IReadOnlyList<StreamConnection> Connections => _connections;

    /// <summary>How many streams have not ended.</summary>
    public int Open { get; private set; }

    public void Watch(StreamConnection connection)
    {
        Span<byte> request = stackalloc byte[16];
        BitConverter.TryWriteBytes(request, ReadableOrHungUp);
        BitConverter.TryWriteBytes(request[s_dataOffset..], (long)_connections.Count);
        ThrowIfFailed(EpollControl(_epoll, Add, connection.Descriptor, request));
        _connections.Add(connection);
        Open++;
    }

    /// <summary>Reads until <paramref name="done"/> says so, or the time is up.</summary>
    /// <returns>Whether it was done in time.</returns>
    public bool Run(Func<bool> done, TimeSpan timeout)
    {
        var deadline = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        while (!done())
        {
            if (Environment.TickCount64 >= deadline)
            {
                return false;
            }

            ReadOnce(waitMilliseconds: 20);
        }

        return true;
    }

    /// <summary>Waits for at most a moment, and reads what has come.</summary>
    public void ReadOnce(int waitMilliseconds)
    {
        var ready = EpollWait(_epoll, _events, MaxEvents, waitMilliseconds);
        for (var i = 0; i < ready; i++)
        {
            var connection = _connections[(int)BitConverter.ToInt64(_events, (i * s_stride) + s_dataOffset)];
            if (!connection.Receive(_buffer))
            {
                Open--;
                connection.Dispose();
            }
        }
    }

    public void Dispose()
    {
        foreach (var connection in _connections)
        {
            connection.Dispose();
        }

        _ = Close(_epoll);
    }

    private static void ThrowIfFailed(int result)
    {
        if (result < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int EpollControl(int epoll, int operation, int descriptor, Span<byte> request);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int EpollWait(int epoll, byte[] events, int maxEvents, int timeout);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}

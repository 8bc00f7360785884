using System.IO.Ports;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Grpc.Core;

namespace System.IO.Ports { public sealed class SerialPort(string name) : IDisposable { public event EventHandler? DataReceived; public string ReadExisting() { DataReceived?.Invoke(this, EventArgs.Empty); return name; } public void Open() { } public void Dispose() { } } }

namespace Acme.Things
{
public sealed record Reading(string Sensor, double Value);
public interface ISensor { string Name { get; } ValueTask<Reading> ReadAsync(CancellationToken cancellationToken = default); double Value { get; } }
public interface IDeviceClient { AsyncServerStreamingCall<Reading> Watch(string device, CancellationToken cancellationToken = default); AsyncServerStreamingCall<Reading> Watch(string device, CallOptions options); }

public sealed class SensorEndpoints(ISensor[] sensors, TimeProvider time, ILogger<SensorEndpoints> logger)
{
    private readonly SemaphoreSlim _bus = new(1);

    [EventStream("/sensors")]
    public async IAsyncEnumerable<Reading> All([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            foreach (var sensor in sensors)
            {
                Reading? reading = null;
                await _bus.WaitAsync(ct);
                try
                {
                    reading = await sensor.ReadAsync(ct);
                }
                catch (IOException exception)
                {
                    logger.LogWarning(exception, "{Sensor} is silent", sensor.Name);
                }
                finally
                {
                    _bus.Release();
                }

                if (reading is not null)
                    yield return reading;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
        }
    }

    [EventStream("/sensors/eager")]
    public async IAsyncEnumerable<Reading[]> Eager([EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(ct))
            yield return await Task.WhenAll(sensors.Select(sensor => sensor.ReadAsync().AsTask())); // SSE104
    }

    [EventStream("/sensors/swallowing")]
    public async IAsyncEnumerable<Reading> Swallowing([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var readings = new List<Reading>();
            try
            {
                foreach (var sensor in sensors)
                    readings.Add(await sensor.ReadAsync(ct));
            }
            catch (Exception exception) // SSE105
            {
                logger.LogWarning(exception, "The bus is silent");
            }

            foreach (var reading in readings)
                yield return reading;
        }
    }

    [EventStream("/sensors/timer")]
    public async IAsyncEnumerable<double> Timer([EnumeratorCancellation] CancellationToken ct)
    {
        var values = Channel.CreateBounded<double>(1);
        await using var timer = time.CreateTimer(_ => values.Writer.TryWrite(sensors[0].Value), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await foreach (var value in values.Reader.ReadAllAsync(ct))
            yield return value;
    }

    [EventStream("/sensors/timer/leaky")]
    public async IAsyncEnumerable<double> LeakyTimer([EnumeratorCancellation] CancellationToken ct)
    {
        var values = Channel.CreateBounded<double>(1);
        _ = new Timer(_ => values.Writer.TryWrite(sensors[0].Value), null, TimeSpan.Zero, TimeSpan.FromSeconds(1)); // SSE108
        await foreach (var value in values.Reader.ReadAllAsync(ct))
            yield return value;
    }

    [EventStream("/serial")]
    public async IAsyncEnumerable<string> Serial([EnumeratorCancellation] CancellationToken ct)
    {
        var texts = Channel.CreateUnbounded<string>();
        using var port = new SerialPort("/dev/ttyUSB0");
        port.DataReceived += (_, _) => texts.Writer.TryWrite(port.ReadExisting());
        port.Open();
        await foreach (var text in texts.Reader.ReadAllAsync(ct))
            yield return text;
    }

    [EventStream("/udp")]
    public async IAsyncEnumerable<string> Udp([EnumeratorCancellation] CancellationToken ct)
    {
        using var udp = new UdpClient(new IPEndPoint(IPAddress.Any, 5000));
        while (true)
        {
            var datagram = await udp.ReceiveAsync(ct);
            yield return Encoding.UTF8.GetString(datagram.Buffer);
        }
    }

    [EventStream("/tcp")]
    public async IAsyncEnumerable<string> Tcp(string host, [EnumeratorCancellation] CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, 7000); // SSE104
        using var reader = new StreamReader(client.GetStream());
        for (var line = await reader.ReadLineAsync(ct); line is not null; line = await reader.ReadLineAsync(ct))
            yield return line;
    }

    [EventStream("/listener")]
    public async IAsyncEnumerable<string> Listener([EnumeratorCancellation] CancellationToken ct)
    {
        var listener = new HttpListener();
        listener.Start();
        using var stop = ct.Register(listener.Stop);
        while (listener.IsListening)
        {
            var request = await listener.GetContextAsync();
            yield return request.Request.RawUrl ?? "";
        }
    }

    [EventStream("/socket")]
    public async IAsyncEnumerable<int> Socket([EnumeratorCancellation] CancellationToken ct)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri("wss://example.org"), ct);
        var buffer = new byte[4096];
        while (socket.State == WebSocketState.Open)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(), ct);
            if (result.MessageType == WebSocketMessageType.Close)
                break;
            yield return result.Count;
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None); // SSE104
    }

    [EventStream("/grpc/{device}")]
    public async IAsyncEnumerable<Reading> Grpc(string device, IDeviceClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        using var call = client.Watch(device, new CallOptions().WithCancellationToken(ct));
        await foreach (var reading in call.ResponseStream.ReadAllAsync(ct))
            yield return reading;
    }

    [EventStream("/grpc/{device}/moves")]
    public async IAsyncEnumerable<Reading> GrpcMoves(string device, IDeviceClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        using var call = client.Watch(device, cancellationToken: ct);
        while (await call.ResponseStream.MoveNext(ct))
            yield return call.ResponseStream.Current;
    }
}

public sealed class GpioEndpoints(EventStreamContext stream)
{
    private readonly Queue<int> _edges = new();

    private CancellationToken Token => stream.CancellationToken;

    [EventStream("/gpio")]
    public async IAsyncEnumerable<int> Edges()
    {
        while (!Token.IsCancellationRequested)
        {
            if (_edges.TryDequeue(out var edge))
                yield return edge;
            else
                await WaitAsync();
        }
    }

    private async Task WaitAsync() => await Task.Delay(10, Token);

    [EventStream("/gpio/blocking")]
    public async IAsyncEnumerable<int> Blocking()
    {
        var ready = new ManualResetEventSlim();
        while (!Token.IsCancellationRequested)
        {
            ready.Wait(Token); // SSE106
            yield return _edges.Dequeue();
            await Task.Yield();
        }
    }

    [EventStream("/gpio/goto")]
    public async IAsyncEnumerable<int> Goto()
    {
    start:
        if (_edges.Count == 0)
        {
            await Task.Delay(10, stream.Stopping);
            goto start;
        }

        yield return _edges.Dequeue();
        if (!Token.IsCancellationRequested)
            goto start;
    }
}
}

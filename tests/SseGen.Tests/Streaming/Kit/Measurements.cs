using System.Diagnostics.Metrics;

namespace SseGen.Tests.Streaming.Kit;

/// <summary>Listens to meters, as an exporter does.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener;

    private Measurements(string meter)
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == meter)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.Start();
    }

    public static Measurements OfHosting() => new("Microsoft.AspNetCore.Hosting");

    public void Dispose() => _listener.Dispose();
}

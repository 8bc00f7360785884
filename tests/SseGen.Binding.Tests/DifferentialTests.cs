namespace SseGen.Binding.Tests;

/// <summary>
/// Each request goes to an event stream and to the same method under <c>MapMethods</c>: status, content, bound values, log entries and, in
/// development, exceptions are equal. <c>SseGen.Aot.Tests</c> sends the same requests to the native binary.
/// </summary>
public sealed class DifferentialTests
{
    [Fact]
    public void There_are_enough_signatures_and_requests()
    {
        Assert.True(ReferenceApp.Handlers.Count >= 150, $"{ReferenceApp.Handlers.Count} signatures");
        Assert.True(RequestCatalog.All.Count >= 1000, $"{RequestCatalog.All.Count} requests");
        Assert.DoesNotContain(RequestCatalog.All.CountBy(request => request.ToString()), same => same.Value > 1);
    }

    [Theory]
    [MemberData(nameof(Comparison.Modes), MemberType = typeof(Comparison))]
    public async Task An_event_stream_binds_as_minimal_APIs_do(string arguments)
    {
        await using var app = await ReferenceApp.StartAsync(arguments.Split(' '));
        using var client = app.Client();

        await Comparison.RunAsync(client, client);
    }
}

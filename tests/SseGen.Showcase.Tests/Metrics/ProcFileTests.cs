using System.Text;
using Showcase.Metrics;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class ProcFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(100_000)]
    public void Files_of_any_length_are_read_to_their_end(int length)
    {
        var text = new string('x', length);
        File.WriteAllText(_path, text);

        Assert.True(new ProcFile(_path).TryRead(out var read));
        Assert.Equal(text, Encoding.UTF8.GetString(read));
    }

    [Fact]
    public void A_file_is_read_anew_each_time()
    {
        var file = new ProcFile(_path);
        File.WriteAllText(_path, "first, and longer");
        file.TryRead(out _);
        File.WriteAllText(_path, "second");

        Assert.True(file.TryRead(out var read));
        Assert.Equal("second", Encoding.UTF8.GetString(read));
    }

    [Fact]
    public void A_system_without_the_file_is_no_error() => Assert.False(new ProcFile(_path + ".none").TryRead(out _));
}

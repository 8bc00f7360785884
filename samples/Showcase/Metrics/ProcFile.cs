namespace Showcase.Metrics;

/// <summary>A file of Linux's <c>/proc</c>, read again and again into the same buffer, so that measuring adds little to what is measured.</summary>
internal sealed class ProcFile(string path)
{
    private byte[] _buffer = new byte[4096];

    /// <summary>Reads the whole file.</summary>
    /// <param name="text">The text, valid until the next call.</param>
    /// <returns><see langword="false"/> where the system has no such file or hides it: the figure is then unavailable, which is not an error.</returns>
    public bool TryRead(out ReadOnlySpan<byte> text)
    {
        try
        {
            using var file = File.OpenHandle(path);
            text = ReadToEnd(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            text = default;
            return false;
        }
    }

    private ReadOnlySpan<byte> ReadToEnd(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        // The length of a file in /proc is reported as zero: its end is where a read returns nothing.
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var read = RandomAccess.Read(file, _buffer.AsSpan(length), length);
            if (read == 0)
            {
                return _buffer.AsSpan(0, length);
            }

            length += read;
        }
    }
}

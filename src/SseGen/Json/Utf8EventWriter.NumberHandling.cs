using System.Text.Json.Serialization;

namespace SseGen.Framing;

/// <summary>Numbers of members that <see cref="JsonNumberHandlingAttribute"/> marks. Generated code quotes integers by itself.</summary>
public ref partial struct Utf8EventWriter
{
    /// <summary>As <see cref="JsonNumberHandling.WriteAsString"/>: in quotes, NaN and the infinities by their names.</summary>
    public void WriteNumberAsString(double value)
    {
        WriteRaw("\""u8);
        WriteUnchecked(value);
        WriteRaw("\""u8);
    }

    /// <inheritdoc cref="WriteNumberAsString(double)"/>
    public void WriteNumberAsString(float value)
    {
        WriteRaw("\""u8);
        WriteUnchecked(value);
        WriteRaw("\""u8);
    }

    /// <inheritdoc cref="WriteNumberAsString(double)"/>
    public void WriteNumberAsString(Half value)
    {
        WriteRaw("\""u8);
        WriteUnchecked(value);
        WriteRaw("\""u8);
    }

    /// <summary>As <see cref="JsonNumberHandling.AllowNamedFloatingPointLiterals"/>: NaN and the infinities by their names, in quotes.</summary>
    public void WriteNumberOrName(double value)
    {
        if (double.IsFinite(value))
        {
            WriteUnchecked(value);
        }
        else
        {
            WriteNumberAsString(value);
        }
    }

    /// <inheritdoc cref="WriteNumberOrName(double)"/>
    public void WriteNumberOrName(float value)
    {
        if (float.IsFinite(value))
        {
            WriteUnchecked(value);
        }
        else
        {
            WriteNumberAsString(value);
        }
    }

    /// <inheritdoc cref="WriteNumberOrName(double)"/>
    public void WriteNumberOrName(Half value)
    {
        if (Half.IsFinite(value))
        {
            WriteUnchecked(value);
        }
        else
        {
            WriteNumberAsString(value);
        }
    }
}

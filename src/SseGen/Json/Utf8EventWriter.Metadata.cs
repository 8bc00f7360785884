using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SseGen.Json;

namespace SseGen.Framing;

/// <summary>JSON that System.Text.Json writes: converters, metadata, and its document types. Cold, compared with everything else here.</summary>
public ref partial struct Utf8EventWriter
{
    /// <summary>Sets the app's options, for the members below.</summary>
    public void UseOptions(JsonSerializerOptions options) => _options = options;

    /// <summary>Writes a value with a converter of the user's.</summary>
    public void WriteConverted<T>(JsonConverter<T> converter, T? value)
    {
        ArgumentNullException.ThrowIfNull(converter);
        if (value is null && !converter.HandleNull)
        {
            WriteNull();
            return;
        }

        var options = _options ?? AppJson.Defaults;
        var scratch = JsonScratch.Rent(options, _depth);
        try
        {
            converter.Write(scratch.Writer, value!, options);
        }
        catch (InvalidOperationException exception) when (JsonFailure.IsOfWriter(exception))
        {
            throw JsonFailure.Of(exception, Written);
        }

        if (scratch.Writer.CurrentDepth != _depth)
        {
            throw JsonFailure.OfUnbalanced(converter, Written);
        }

        WriteScratch(scratch);
    }

    /// <summary>Writes a value with the metadata that the app has for <typeparamref name="T"/>.</summary>
    public void WriteWithMetadata<T>(T value) => WriteJson(value, AppJson.TypeInfo<T>(_options ?? AppJson.Defaults));

    /// <summary>As <see cref="WriteWithMetadata{T}(T)"/>, the numbers that the value holds as <paramref name="handling"/> says.</summary>
    public void WriteWithMetadata<T>(T value, JsonNumberHandling handling) =>
        WriteJson(value, HandledNumbers<T>.TypeInfo(_options ?? AppJson.Defaults, handling));

    /// <summary>Writes what a member or an element holds with the metadata that the app has for its type at run time.</summary>
    /// <param name="value">The value; not that of the whole event.</param>
    /// <param name="handling">How the numbers are written that the value is or holds.</param>
    public void WriteObject(object? value, JsonNumberHandling handling = JsonNumberHandling.AllowReadingFromString)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        // For an object by itself System.Text.Json forgets the handling; for the only element of an array it does not.
        var options = _options ?? AppJson.Defaults;
        var scratch = JsonScratch.Rent(options, _depth - 1);
        JsonSerializer.Serialize(scratch.Writer, [value], HandledNumbers<object>.TypeInfoOfArray(options, handling));
        scratch.Writer.Flush();
        WriteForeignJson(scratch.Written[1..^1]);
        scratch.Return();
    }

    /// <summary>Writes a value with <paramref name="typeInfo"/>.</summary>
    public void WriteJson<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        var scratch = JsonScratch.Rent(typeInfo.Options, _depth);
        JsonSerializer.Serialize(scratch.Writer, value, typeInfo);
        WriteScratch(scratch);
    }

    /// <summary>Writes the JSON of an element.</summary>
    public void WriteJson(JsonElement value)
    {
        var scratch = JsonScratch.Rent(_options ?? AppJson.Defaults, _depth);
        try
        {
            value.WriteTo(scratch.Writer);
        }
        catch (InvalidOperationException exception) when (JsonFailure.IsOfWriter(exception))
        {
            throw JsonFailure.Of(exception, Written);
        }

        WriteScratch(scratch);
    }

    /// <summary>Writes the JSON of a document, or <c>null</c>.</summary>
    public void WriteJson(JsonDocument? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            WriteJson(value.RootElement);
        }
    }

    /// <summary>Writes the JSON of a node, or <c>null</c>.</summary>
    public void WriteJson(JsonNode? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        var options = _options ?? AppJson.Defaults;
        var scratch = JsonScratch.Rent(options, _depth);
        try
        {
            value.WriteTo(scratch.Writer, options);
        }
        catch (InvalidOperationException exception) when (JsonFailure.IsOfWriter(exception))
        {
            throw JsonFailure.Of(exception, Written);
        }

        WriteScratch(scratch);
    }

    private void WriteScratch(JsonScratch scratch)
    {
        scratch.Writer.Flush();
        WriteForeignJson(scratch.Written);
        scratch.Return();
    }
}

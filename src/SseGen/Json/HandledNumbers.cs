using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SseGen.Json;

/// <summary>Metadata as an app has it, but for the numbers, which a member's <see cref="JsonNumberHandlingAttribute"/> says how to write.</summary>
/// <typeparam name="T">The member's type.</typeparam>
internal static class HandledNumbers<T>
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonTypeInfo<T>?[]> s_typeInfos = [];
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonTypeInfo<T[]>?[]> s_arrays = [];

    /// <summary>The metadata of <typeparamref name="T"/>.</summary>
    public static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options, JsonNumberHandling handling) =>
        s_typeInfos.GetValue(options, static _ => new JsonTypeInfo<T>?[Handlings])[(int)handling] ??= Make(options, handling);

    /// <summary>The metadata of an array of <typeparamref name="T"/>.</summary>
    public static JsonTypeInfo<T[]> TypeInfoOfArray(JsonSerializerOptions options, JsonNumberHandling handling) =>
        s_arrays.GetValue(options, static _ => new JsonTypeInfo<T[]>?[Handlings])[(int)handling] ??= JsonMetadataServices.CreateArrayInfo(
            options, new JsonCollectionInfoValues<T[]> { NumberHandling = handling });

    /// <summary>One more than the sum of the flags.</summary>
    private const int Handlings = (int)(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowNamedFloatingPointLiterals) + 1;

    private static JsonTypeInfo<T> Make(JsonSerializerOptions options, JsonNumberHandling handling)
    {
        // The resolver makes metadata that may still be changed; the options would give the same to everybody.
        var typeInfo = options.TypeInfoResolver?.GetTypeInfo(typeof(T), options)
            ?? throw new NotSupportedException($"The app has no JSON metadata for '{typeof(T)}'.");
        typeInfo.NumberHandling = handling;
        return (JsonTypeInfo<T>)typeInfo;
    }
}

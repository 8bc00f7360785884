using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SseGen.Json;

/// <summary>
/// What an app says about JSON with <c>ConfigureHttpJsonOptions</c>. Generated code writes what ASP.NET Core's defaults give; where an app
/// changed these, its own metadata writes instead.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AppJson
{
    /// <summary>ASP.NET Core's defaults for writing; without a resolver, because nothing that asks for one runs without the app's options.</summary>
    internal static JsonSerializerOptions Defaults { get; } = MakeDefaults();

    /// <summary>The framework's own resolver of nothing, which an app without reflection has.</summary>
    private static readonly IJsonTypeInfoResolver s_nothing = JsonTypeInfoResolver.Combine();

    /// <summary>Gives the options of an app, with the contexts of the assembly that needs them behind the app's own.</summary>
    /// <param name="options">The app's JSON options.</param>
    /// <param name="contexts">The contexts that the generator found.</param>
    public static JsonSerializerOptions WithContexts(JsonSerializerOptions options, params ReadOnlySpan<JsonSerializerContext> contexts)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (contexts.IsEmpty)
        {
            return options;
        }

        var extended = new JsonSerializerOptions(options);
        if (extended.TypeInfoResolverChain.OfType<JsonDescriptionResolver>().FirstOrDefault() is { } descriptions)
        {
            extended.TypeInfoResolverChain.Remove(descriptions); // nothing can be written with it
        }

        foreach (var context in contexts)
        {
            extended.TypeInfoResolverChain.Add(context);
        }

        return extended;
    }

    /// <summary>
    /// Gives the metadata to write <typeparamref name="T"/> with in an app that changed its JSON options; <see langword="null"/> in all
    /// others, where generated code writes.
    /// </summary>
    /// <exception cref="InvalidOperationException">The app changed its options, and has no metadata for the type.</exception>
    public static JsonTypeInfo<T>? CustomizedTypeInfo<T>(JsonSerializerOptions options, params ReadOnlySpan<JsonSerializerContext> contexts) =>
        CustomizedTypeInfo<T>(options, hidden: null, contexts);

    /// <summary>
    /// As <see cref="CustomizedTypeInfo{T}(JsonSerializerOptions, ReadOnlySpan{JsonSerializerContext})"/>, and the metadata also of a type
    /// with a member that generated code does not know.
    /// </summary>
    /// <param name="options">The app's JSON options.</param>
    /// <param name="hidden">What <see cref="HiddenMembers"/> found.</param>
    /// <param name="contexts">The contexts that the generator found.</param>
    /// <exception cref="InvalidOperationException">Metadata must write, and there is none for the type.</exception>
    public static JsonTypeInfo<T>? CustomizedTypeInfo<T>(JsonSerializerOptions options, string? hidden, params ReadOnlySpan<JsonSerializerContext> contexts)
    {
        ArgumentNullException.ThrowIfNull(options);
        var reason = FirstChange(options) is { } change ? $"The app changes {change} of its JSON options"
            : hidden is not null ? $"'{hidden}' has [JsonInclude] and is not public in another assembly"
            : null;
        if (reason is null)
        {
            return null;
        }

        var extended = WithContexts(options, contexts);
        return extended.TypeInfoResolver is not null && extended.TryGetTypeInfo(typeof(T), out var typeInfo)
            ? (JsonTypeInfo<T>)typeInfo
            : throw new InvalidOperationException(
                $"{reason}, so that generated code cannot write '{typeof(T)}', and there is no metadata to write it with. Add "
                + $"[JsonSerializable(typeof({typeof(T).Name}))] to a JsonSerializerContext, and the context to the TypeInfoResolverChain of "
                + "these options.");
    }

    internal static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    /// <summary>The first setting that makes System.Text.Json write anything else than under ASP.NET Core's defaults.</summary>
    internal static string? FirstChange(JsonSerializerOptions options) =>
        options.Converters.Count > 0 ? nameof(options.Converters)
        : options.PropertyNamingPolicy != JsonNamingPolicy.CamelCase ? nameof(options.PropertyNamingPolicy)
        : options.DictionaryKeyPolicy is not null ? nameof(options.DictionaryKeyPolicy)
        : options.Encoder != JavaScriptEncoder.UnsafeRelaxedJsonEscaping ? nameof(options.Encoder)
        : options.DefaultIgnoreCondition != JsonIgnoreCondition.Never ? nameof(options.DefaultIgnoreCondition)
        : IgnoresNullValues(options) ? "IgnoreNullValues"
        : (options.NumberHandling & ~JsonNumberHandling.AllowReadingFromString) != 0 ? nameof(options.NumberHandling)
        : options.IncludeFields ? nameof(options.IncludeFields)
        : options.IgnoreReadOnlyProperties ? nameof(options.IgnoreReadOnlyProperties)
        : options.IgnoreReadOnlyFields ? nameof(options.IgnoreReadOnlyFields)
        : options.ReferenceHandler is not null ? nameof(options.ReferenceHandler)
        : options.RespectNullableAnnotations ? nameof(options.RespectNullableAnnotations)
        : options.WriteIndented ? nameof(options.WriteIndented)
        : options.MaxDepth is not (0 or Framing.Utf8EventWriter.MaxDepth) ? nameof(options.MaxDepth)
        : options.TypeInfoResolverChain.Any(static resolver => !IsOrdinary(resolver)) ? nameof(options.TypeInfoResolver)
        : null;

    private static bool IgnoresNullValues(JsonSerializerOptions options) =>
#pragma warning disable SYSLIB0020 // Obsolete, but it works, and DefaultIgnoreCondition says nothing of it.
        options.IgnoreNullValues;
#pragma warning restore SYSLIB0020

    /// <summary>Metadata as attributes give it; anything else may change what is written.</summary>
    private static bool IsOrdinary(IJsonTypeInfoResolver resolver) => resolver switch
    {
        JsonSerializerContext or JsonDescriptionResolver => true,
        DefaultJsonTypeInfoResolver reflection => reflection.GetType() == typeof(DefaultJsonTypeInfoResolver) && reflection.Modifiers.Count == 0,
        IList<IJsonTypeInfoResolver> chain => chain.All(IsOrdinary),
        _ => resolver.GetType() == s_nothing.GetType(),
    };

    private static JsonSerializerOptions MakeDefaults()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(),
        };
        options.MakeReadOnly();
        return options;
    }
}

using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SseGen.Json;

/// <summary>
/// What the types of event streams look like as JSON, told by generated code: so that an OpenAPI document can be made without reflection
/// and without a <see cref="JsonSerializerContext"/>. Nothing is read or written with it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonTypeDescriptions
{
    /// <summary>Where generated code looks for the members of a type.</summary>
    public const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly ConcurrentDictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = new();
    private readonly ConcurrentDictionary<Type, JsonSerializerContext> _contexts = new();

    internal JsonTypeDescriptions()
    {
    }

    /// <summary>The descriptions of the application whose endpoints are being mapped.</summary>
    /// <exception cref="InvalidOperationException"><c>AddEventStreams()</c> was not called.</exception>
    public static JsonTypeDescriptions Of(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.ServiceProvider.GetService<JsonTypeDescriptions>()
            ?? throw new InvalidOperationException(
                "Event streams need services that are not registered. Call 'builder.Services.AddEventStreams()' before the application is built.");
    }

    /// <summary>Types that this context describes better.</summary>
    public void AddContext(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _contexts[context.GetType()] = context;
    }

    /// <summary>A type that System.Text.Json converts by itself.</summary>
    public void AddValue<T>(JsonConverter<T?> converter) =>
        Add<T>(options => JsonMetadataServices.CreateValueInfo<T>(options, converter));

    /// <summary><typeparamref name="T"/>, or null.</summary>
    public void AddNullable<T>()
        where T : struct =>
        Add<T?>(static options => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options)));

    /// <summary>An enum as a number.</summary>
    public void AddEnum<T>()
        where T : struct, Enum =>
        Add<T>(static options => JsonMetadataServices.CreateValueInfo<T>(options, JsonMetadataServices.GetEnumConverter<T>(options)));

    /// <summary>An enum by name.</summary>
    public void AddNamedEnum<T>()
        where T : struct, Enum =>
        Add<T>(static options => JsonMetadataServices.CreateValueInfo<T>(
            options, new JsonStringEnumConverter<T>().CreateConverter(typeof(T), options)!));

    /// <summary>An array.</summary>
    public void AddArray<T>() =>
        Add<T[]>(static options => WithNumbersOfOptions(JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>())));

    /// <summary>A sequence of another type.</summary>
    public void AddSequence<TSequence, T>()
        where TSequence : IEnumerable<T> =>
        Add<TSequence>(static options =>
            WithNumbersOfOptions(JsonMetadataServices.CreateIEnumerableInfo<TSequence, T>(options, new JsonCollectionInfoValues<TSequence>())));

    /// <summary>A part of an array.</summary>
    public void AddMemory<T>() =>
        Add<Memory<T>>(static options => WithNumbersOfOptions(JsonMetadataServices.CreateMemoryInfo(options, new JsonCollectionInfoValues<Memory<T>>())));

    /// <summary>A part of an array that cannot be changed.</summary>
    public void AddReadOnlyMemory<T>() =>
        Add<ReadOnlyMemory<T>>(static options =>
            WithNumbersOfOptions(JsonMetadataServices.CreateReadOnlyMemoryInfo(options, new JsonCollectionInfoValues<ReadOnlyMemory<T>>())));

    /// <summary>A dictionary.</summary>
    public void AddDictionary<TDictionary, TKey, TValue>()
        where TDictionary : IDictionary<TKey, TValue>
        where TKey : notnull =>
        Add<TDictionary>(static options =>
            WithNumbersOfOptions(JsonMetadataServices.CreateIDictionaryInfo<TDictionary, TKey, TValue>(options, new JsonCollectionInfoValues<TDictionary>())));

    /// <summary>A dictionary that cannot be changed.</summary>
    public void AddReadOnlyDictionary<TDictionary, TKey, TValue>()
        where TDictionary : IReadOnlyDictionary<TKey, TValue>
        where TKey : notnull =>
        Add<TDictionary>(static options =>
            WithNumbersOfOptions(JsonMetadataServices.CreateIReadOnlyDictionaryInfo<TDictionary, TKey, TValue>(options, new JsonCollectionInfoValues<TDictionary>())));

    /// <summary>A type that is there, and of which no more is known: a converter writes it, or it is made from text.</summary>
    public void AddOpaque<T>() =>
        Add<T>(static options => JsonMetadataServices.CreateValueInfo<T>(options, new OpaqueConverter<T>()));

    /// <summary>An object.</summary>
    /// <param name="properties">Makes its properties.</param>
    /// <param name="parameters">Its constructor's parameters.</param>
    public void AddObject<T>(Func<JsonSerializerOptions, JsonPropertyInfo[]> properties, JsonParameterInfoValues[] parameters)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(parameters);
        Add<T>(options => WithNumbersOfOptions(JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectWithParameterizedConstructorCreator = parameters.Length == 0 ? null : static _ => throw NothingIsRead(),
            ConstructorParameterMetadataInitializer = parameters.Length == 0 ? null : () => parameters,
            PropertyMetadataInitializer = _ => properties(options),
        })));
    }

    /// <summary>A property of an object.</summary>
    /// <param name="options">The options of the metadata.</param>
    /// <param name="member">The property or field; descriptions read its attributes.</param>
    /// <param name="jsonName">Its name, where no naming policy makes it.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="isNullable">Whether it may be null.</param>
    /// <param name="numberHandling">How numbers are written, where that is not as everywhere.</param>
    public static JsonPropertyInfo Property<T>(
        JsonSerializerOptions options,
        MemberInfo member,
        string? jsonName = null,
        bool isRequired = false,
        bool isNullable = false,
        JsonNumberHandling? numberHandling = null)
    {
        ArgumentNullException.ThrowIfNull(member);
        var property = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = member is PropertyInfo,
            IsPublic = true,
            DeclaringType = member.DeclaringType!,
            PropertyName = member.Name,
            JsonPropertyName = jsonName,
            NumberHandling = numberHandling,
            AttributeProviderFactory = () => member,
            Getter = static _ => throw NothingIsRead(),
            Setter = static (_, _) => throw NothingIsRead(),
        });
        property.IsRequired = isRequired;
        property.IsGetNullable = isNullable;
        property.IsSetNullable = isNullable;
        return property;
    }

    /// <summary>A constructor's parameter.</summary>
    public static JsonParameterInfoValues Parameter<T>(string name, int position, bool isNullable = false) => new()
    {
        Name = name,
        ParameterType = typeof(T),
        Position = position,
        IsNullable = isNullable,
    };

    /// <summary>A constructor's parameter that may be left out.</summary>
    public static JsonParameterInfoValues OptionalParameter<T>(string name, int position, T? defaultValue, bool isNullable = false) => new()
    {
        Name = name,
        ParameterType = typeof(T),
        Position = position,
        IsNullable = isNullable,
        HasDefaultValue = true,
        DefaultValue = defaultValue,
    };

    /// <summary>The metadata of a type that has been described.</summary>
    internal JsonTypeInfo? Find(Type type, JsonSerializerOptions options)
    {
        foreach (var context in _contexts.Values)
        {
            if (((IJsonTypeInfoResolver)context).GetTypeInfo(type, options) is { } typeInfo)
            {
                return typeInfo;
            }
        }

        return _types.TryGetValue(type, out var create) ? create(options) : null;
    }

    /// <summary>The factories of objects and collections say that numbers are numbers; those in them are to be as the options have them.</summary>
    private static JsonTypeInfo WithNumbersOfOptions(JsonTypeInfo typeInfo)
    {
        typeInfo.NumberHandling = null;
        return typeInfo;
    }

    private static NotSupportedException NothingIsRead() => new("This metadata describes a type; values are neither read nor written with it.");

    private void Add<T>(Func<JsonSerializerOptions, JsonTypeInfo> create) => _types[typeof(T)] = create;

    /// <summary>Any converter but System.Text.Json's own has the schema that allows everything.</summary>
    private sealed class OpaqueConverter<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw NothingIsRead();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw NothingIsRead();
    }
}

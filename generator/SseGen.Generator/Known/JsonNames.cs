namespace SseGen.Generator.Known;

/// <summary>Metadata names of System.Text.Json, and of the types it treats in its own way.</summary>
internal static class JsonNames
{
    private const string Serialization = "System.Text.Json.Serialization.";

    public const string PropertyName = Serialization + "JsonPropertyNameAttribute";
    public const string PropertyOrder = Serialization + "JsonPropertyOrderAttribute";
    public const string Ignore = Serialization + "JsonIgnoreAttribute";
    public const string Include = Serialization + "JsonIncludeAttribute";
    public const string NumberHandling = Serialization + "JsonNumberHandlingAttribute";
    public const string Converter = Serialization + "JsonConverterAttribute";
    public const string ConverterOf = Serialization + "JsonConverterAttribute`1";
    public const string ExtensionData = Serialization + "JsonExtensionDataAttribute";
    public const string Polymorphic = Serialization + "JsonPolymorphicAttribute";
    public const string DerivedType = Serialization + "JsonDerivedTypeAttribute";
    public const string DerivedTypeOf = Serialization + "JsonDerivedTypeAttribute`1";
    public const string Serializable = Serialization + "JsonSerializableAttribute";
    public const string Required = Serialization + "JsonRequiredAttribute";
    public const string Constructor = Serialization + "JsonConstructorAttribute";
    public const string ObjectCreationHandling = Serialization + "JsonObjectCreationHandlingAttribute";
    public const string UnmappedMemberHandling = Serialization + "JsonUnmappedMemberHandlingAttribute";
    public const string StringEnumMemberName = Serialization + "JsonStringEnumMemberNameAttribute";

    public const string SerializerContext = Serialization + "JsonSerializerContext";
    public const string ConverterBase = Serialization + "JsonConverter`1";
    public const string AnyConverter = Serialization + "JsonConverter";
    public const string ConverterFactory = Serialization + "JsonConverterFactory";
    public const string StringEnumConverter = Serialization + "JsonStringEnumConverter";
    public const string StringEnumConverterOf = Serialization + "JsonStringEnumConverter`1";
    public const string NumberEnumConverterOf = Serialization + "JsonNumberEnumConverter`1";
    public const string OnSerializing = Serialization + "IJsonOnSerializing";
    public const string OnSerialized = Serialization + "IJsonOnSerialized";

    public const string JsonElement = "System.Text.Json.JsonElement";
    public const string JsonDocument = "System.Text.Json.JsonDocument";
    public const string JsonNode = "System.Text.Json.Nodes.JsonNode";
    public const string JsonObject = "System.Text.Json.Nodes.JsonObject";

    public const string Dictionary = "System.Collections.Generic.IDictionary`2";
    public const string ReadOnlyDictionary = "System.Collections.Generic.IReadOnlyDictionary`2";
    public const string DictionaryClass = "System.Collections.Generic.Dictionary`2";
    public const string List = "System.Collections.Generic.List`1";
    public const string ListInterface = "System.Collections.Generic.IList`1";
    public const string ReadOnlyList = "System.Collections.Generic.IReadOnlyList`1";
    public const string Collection = "System.Collections.Generic.ICollection`1";
    public const string ReadOnlyCollection = "System.Collections.Generic.IReadOnlyCollection`1";
    public const string ImmutableArray = "System.Collections.Immutable.ImmutableArray`1";
    public const string Memory = "System.Memory`1";
    public const string ReadOnlyMemory = "System.ReadOnlyMemory`1";
    public const string NonGenericEnumerable = "System.Collections.IEnumerable";
    public const string Utf8SpanFormattable = "System.IUtf8SpanFormattable";
    public const string FlagsAttribute = "System.FlagsAttribute";
    public const string ObsoleteAttribute = "System.ObsoleteAttribute";
}

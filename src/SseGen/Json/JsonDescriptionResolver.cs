using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace SseGen.Json;

/// <summary>
/// Stands behind all other resolvers of the application's JSON options, for copies of them: OpenAPI makes its schemas with a copy. The
/// application itself reads and writes as without it.
/// </summary>
internal sealed class JsonDescriptionResolver(JsonTypeDescriptions descriptions, JsonSerializerOptions application) : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        ReferenceEquals(options, application) ? null : descriptions.Find(type, options);

    /// <summary>Without any resolver System.Text.Json would choose one by itself, and this one must not be in its way.</summary>
    internal sealed class Setup(JsonTypeDescriptions descriptions) : IPostConfigureOptions<JsonOptions>
    {
        public void PostConfigure(string? name, JsonOptions options)
        {
            var serializer = options.SerializerOptions;
            if (serializer.TypeInfoResolver is not null && !serializer.IsReadOnly)
            {
                serializer.TypeInfoResolverChain.Add(new JsonDescriptionResolver(descriptions, serializer));
            }
        }
    }
}

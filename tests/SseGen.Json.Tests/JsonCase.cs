using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SseGen.JsonCases;

namespace SseGen.Json.Tests;

/// <summary>One handler of the application of cases, and what System.Text.Json makes of what it yields.</summary>
public sealed class JsonCase
{
    /// <summary>The oracle: ASP.NET Core's options, with metadata by reflection.</summary>
    public static readonly JsonSerializerOptions Options = new Microsoft.AspNetCore.Http.Json.JsonOptions().SerializerOptions;

    private readonly MethodInfo _handler;

    private JsonCase(MethodInfo handler, string pattern)
    {
        _handler = handler;
        Pattern = pattern;
        Payload = handler.ReturnType.GetGenericArguments()[0];
    }

    /// <summary>All cases by their patterns.</summary>
    public static IReadOnlyDictionary<string, JsonCase> All { get; } = typeof(Values).Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Select(static method => (Method: method, Attribute: method.GetCustomAttribute<EventStreamAttribute>()))
        .Where(static handler => handler.Attribute is not null)
        .ToDictionary(static handler => handler.Attribute!.Pattern, static handler => new JsonCase(handler.Method, handler.Attribute!.Pattern), StringComparer.Ordinal);

    public string Pattern { get; }

    public Type Payload { get; }

    /// <summary>The payload types that are objects, this case's own and those within it.</summary>
    public IEnumerable<Type> ObjectTypes()
    {
        var seen = new HashSet<Type>();
        var pending = new Queue<Type>([Payload]);
        while (pending.TryDequeue(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type == typeof(object) || !seen.Add(type))
            {
                continue;
            }

            var info = Options.GetTypeInfo(type);
            foreach (var inner in Inner(info).OfType<Type>())
            {
                pending.Enqueue(inner);
            }

            if (info.Kind == JsonTypeInfoKind.Object || type.IsEnum)
            {
                yield return type;
            }
        }
    }

    /// <summary>What System.Text.Json writes of each value that the handler yields for a seed.</summary>
    public async Task<IReadOnlyList<byte[]>> ExpectedAsync(ulong seed, JsonSerializerOptions? options = null)
    {
        var expected = new List<byte[]>();
        var typed = typeof(JsonCase).GetMethod(nameof(SerializeAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(Payload);
        await (Task)typed.Invoke(null, [_handler.Invoke(null, [seed]), expected, options ?? Options])!;
        return expected;
    }

    private static IEnumerable<Type?> Inner(JsonTypeInfo info) => info.Kind == JsonTypeInfoKind.Object
        ? info.Properties.Where(static property => property.Get is not null).Select<JsonPropertyInfo, Type?>(static property => property.PropertyType)
            .Concat(info.PolymorphismOptions?.DerivedTypes.Select(static derived => derived.DerivedType) ?? [])
        : [info.ElementType, info.KeyType];

    private static async Task SerializeAsync<T>(IAsyncEnumerable<T> values, List<byte[]> expected, JsonSerializerOptions options)
    {
        await foreach (var value in values)
        {
            expected.Add(JsonSerializer.SerializeToUtf8Bytes(value, options));
        }
    }
}

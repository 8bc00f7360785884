using System.Text.Json.Serialization;

namespace SseGen.TopicNode;

/// <summary>What publishers say.</summary>
/// <param name="From">Which publisher.</param>
/// <param name="Number">Counts up for each of them.</param>
/// <param name="Text">Anything, perhaps of several lines.</param>
public sealed record Note(string From, int Number, string Text = "");

/// <summary>The present price of something: only the newest counts.</summary>
public sealed record Price([property: CoalesceKey] string Symbol, int Value);

/// <summary>
/// For a handler that asks for the items of what another process has published: in a native binary they are read with this, where others
/// may reflect.
/// </summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Note))]
public sealed partial class NodeJsonContext : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace SseGen.Benchmarks.Payloads;

/// <summary>What a user of the in-box result writes by hand, for every payload, before an AOT build can serialise it.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Tick))]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(JobEvent))]
[JsonSerializable(typeof(TreeNode))]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(PublishReport))]
public sealed partial class BenchmarkJsonContext : JsonSerializerContext;

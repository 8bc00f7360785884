using System.Runtime.CompilerServices;
using System.Text.Json;
using SseGen.Benchmarks.Payloads;
using SseGen.Framing;

namespace SseGen.Benchmarks.Formatting;

/// <summary>
/// The formatters that the generator wrote for <see cref="Kinds.GeneratedStreams"/>. They are private to their endpoints, and nobody but a
/// benchmark has business with them.
/// </summary>
internal static class GeneratedFormatters
{
    private const string Streams = "SseGen.Generated.Endpoints.SseGen_Benchmarks_Kinds_GeneratedStreams+", Assembly = ", SseGen.Benchmarks.Servers";

    public static EventFormatter<Tick> Tick(JsonSerializerOptions options) => CreateTick(null, options);

    public static EventFormatter<ChatMessage> Chat(JsonSerializerOptions options) => CreateChat(null, options);

    public static EventFormatter<Order> Order(JsonSerializerOptions options) => CreateOrder(null, options);

    public static EventFormatter<JobEvent> Job(JsonSerializerOptions options) => CreateJob(null, options);

    public static EventFormatter<TreeNode> Tree(JsonSerializerOptions options) => CreateTree(null, options);

    public static EventFormatter<Profile> Profile(JsonSerializerOptions options) => CreateProfile(null, options);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Create")]
    private static extern EventFormatter<Tick> CreateTick(
        [UnsafeAccessorType(Streams + "TickEndpoint+Formatter" + Assembly)] object? type, JsonSerializerOptions options);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Create")]
    private static extern EventFormatter<ChatMessage> CreateChat(
        [UnsafeAccessorType(Streams + "ChatEndpoint+Formatter" + Assembly)] object? type, JsonSerializerOptions options);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Create")]
    private static extern EventFormatter<Order> CreateOrder(
        [UnsafeAccessorType(Streams + "OrderEndpoint+Formatter" + Assembly)] object? type, JsonSerializerOptions options);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Create")]
    private static extern EventFormatter<JobEvent> CreateJob(
        [UnsafeAccessorType(Streams + "JobEndpoint+Formatter" + Assembly)] object? type, JsonSerializerOptions options);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Create")]
    private static extern EventFormatter<TreeNode> CreateTree(
        [UnsafeAccessorType(Streams + "TreeEndpoint+Formatter" + Assembly)] object? type, JsonSerializerOptions options);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Create")]
    private static extern EventFormatter<Profile> CreateProfile(
        [UnsafeAccessorType(Streams + "ProfileEndpoint+Formatter" + Assembly)] object? type, JsonSerializerOptions options);
}

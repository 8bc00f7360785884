namespace SseGen;

/// <summary>
/// The property's value says what an event of a topic is about. A subscriber that lags is sent, for each key, only the newest of the events
/// that it has not been sent yet, in their order; <see langword="null"/> is no key.
/// </summary>
/// <remarks>
/// Events of the same key replace one another, so each must stand for itself (a price, a position, a state) and not for a change. The
/// topic keeps the newest event of up to <see cref="EventTopicOptions.Capacity"/> more keys than its last events have. On the parameter of
/// a positional record it is written <c>[property: CoalesceKey]</c>. On several properties, the key is all of them.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CoalesceKeyAttribute : Attribute;

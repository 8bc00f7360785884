namespace SseGen.Benchmarks.Payloads;

/// <summary>Twenty properties of mixed types, a nested list and a long text among them.</summary>
public sealed class Order
{
    public required Guid Id { get; init; }
    public required long Number { get; init; }
    public required string Customer { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public required OrderState State { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public DateTimeOffset? ShippedAt { get; init; }
    public required DateOnly DueOn { get; init; }
    public required decimal Net { get; init; }
    public required decimal Tax { get; init; }
    public required double Weight { get; init; }
    public required int Parcels { get; init; }
    public int? Rating { get; init; }
    public required bool IsGift { get; init; }
    public required bool IsPaid { get; init; }
    public required string Currency { get; init; }
    public required TimeSpan Handling { get; init; }
    public required List<OrderLine> Lines { get; init; }
    public required string Notes { get; init; }
}

/// <summary>One line of an <see cref="Order"/>.</summary>
public sealed record OrderLine(string Sku, string Title, int Quantity, decimal UnitPrice);

/// <summary>Written as a number, as System.Text.Json does by default.</summary>
public enum OrderState
{
    Placed,
    Packed,
    Shipped,
}

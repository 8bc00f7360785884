using System.Diagnostics;
using System.Text;

namespace SseGen.Benchmarks.Payloads;

/// <summary>One fixed value of each payload.</summary>
public static class Samples
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 22, 9, 30, 0, 123, TimeSpan.Zero);

    public static Tick Tick { get; } = new("MSFT", 412.05m, 1_500, s_at, 123_456_789_012);

    public static ChatMessage Chat { get; } = new("ada", "Are we still meeting at the station at half past six?", s_at);

    public static Order Order { get; } = new()
    {
        Id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        Number = 20_261_122_000_417,
        Customer = "Grace Hopper",
        Email = "grace@example.com",
        State = OrderState.Shipped,
        PlacedAt = s_at,
        ShippedAt = s_at.AddHours(30),
        DueOn = new DateOnly(2026, 11, 25),
        Net = 1_299.90m,
        Tax = 246.98m,
        Weight = 12.375,
        Parcels = 3,
        IsGift = false,
        IsPaid = true,
        Currency = "EUR",
        Handling = TimeSpan.FromMinutes(95),
        Lines = [.. Enumerable.Range(1, 10).Select(n => new OrderLine($"SKU-{n:0000}", $"Part number {n} of the kit", n, 9.95m * n))],
        Notes = LongText(2_048),
    };

    public static JobEvent Job { get; } = new JobProgress("job-4711", 62.5, "Linking the objects");

    public static TreeNode Tree { get; } = Branch("root", depth: 6);

    public static Profile Profile { get; } = new(
        "Zoë Ångström",
        "Санкт-Петербург",
        "学而时习之，不亦说乎？",
        "Schreibt Code, trinkt Tee \U0001F375, läuft gern durch den Wald. Любит горы и море. 日本語も少し話せます。 \U0001F468‍\U0001F469‍\U0001F467");

    /// <summary>A tick that carries the present time, so that its receiver knows how long it took.</summary>
    public static Tick TickNow(long number) => new("MSFT", 412.05m, number, s_at, Stopwatch.GetTimestamp());

    private static TreeNode Branch(string name, int depth) =>
        new(name, depth * 100, depth == 0 ? [] : [Branch(name + ".l", depth - 1), Branch(name + ".r", depth - 1)]);

    private static string LongText(int length)
    {
        var text = new StringBuilder(length + 64);
        while (text.Length < length)
        {
            text.Append("Leave the parcels with the neighbour on the second floor, please. ");
        }

        return text.ToString(0, length);
    }
}

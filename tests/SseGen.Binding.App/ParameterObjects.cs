using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;

namespace SseGen.Binding.App;

public sealed record Paging(int Page, [FromHeader(Name = "X-Size")] int? Size, Service Service, int Step = 3, string? Order = null);

public class Filtering
{
    public int Id { get; set; }

    public string? Text { get; set; }

    public int Ignored { get; } = 5;

    [FromQuery(Name = "other")]
    public Color? Color { get; set; }
}

public sealed class DerivedFiltering : Filtering
{
    public required string Word { get; set; }

    public string[] Words { get; set; } = [];

    public override string ToString() => $"{Id},{Text},{Color},{Word},{string.Join('|', Words)}";
}

public record struct Box(int Width, int Height);

public sealed record WithBody([FromBody] Dto Dto, int Count);

public sealed record WithOptionalBody([FromBody] Dto? Dto, int Count = 1);

public sealed record WithForm([FromForm] int V, [FromForm(Name = "other")] string? Other, [FromQuery(Name = "q")] int Query);

public sealed record WithMissing([FromServices] Missing Service, int Count);

public sealed record WithKeyed([FromKeyedServices("k")] Service Service, [FromKeyedServices(Color.Green)] Service? None, int Count = 2);

public sealed record Named(string Name = "default", int Value = 0);

/// <summary>Does not take what a failed binding leaves.</summary>
public sealed record Guarded
{
    public Guarded(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Count = count;
    }

    public int Count { get; }
}

public sealed class GuardedWithToken
{
    public GuardedWithToken(int count, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Count = count;
        Token = token;
    }

    public int Count { get; }

    public CancellationToken Token { get; }
}

public sealed record WithStructBody([FromBody] Point Point, int Count = 1);

public sealed record WithDescribed(Described? Described, int Count = 1);

public sealed record WithBoundStruct(BoundStruct Bound, int Count = 1);

/// <summary>Several constructors: the one without parameters is taken, and every settable property.</summary>
public sealed class Assembled
{
    public Assembled()
    {
    }

    public Assembled(int width) => Width = width;

    public int Width { get; set; } = 9;

    public required string? Unit { get; set; }

    public string? Hidden { get; private set; } = "hidden";

    public override string ToString() => $"{Width},{Shown.Text(Unit)},{Shown.Text(Hidden)}";
}

/// <summary>The compiler requires what no parameter of the constructor gives.</summary>
public sealed class Requiring(int width)
{
    public int Width { get; } = width;

    public required string? Unit { get; init; }

    public override string ToString() => $"{Width},{Shown.Text(Unit)}";
}

public sealed record Collections(string[] A, int?[] B, Microsoft.Extensions.Primitives.StringValues? C, [FromHeader(Name = "X-Size")] int[] Sizes)
{
    public override string ToString() => $"{Shown.Text(A)},{Shown.Text(B)},{Shown.Text(C)},{Shown.Text(Sizes)}";
}

#nullable disable
public sealed class Oblivious
{
    public string Text { get; set; }

    public required string Word { get; set; }

    public Uri Link { get; set; }

    public override string ToString() => $"{Shown.Text(Text)},{Shown.Text(Word)},{Shown.Text(Link)}";
}
#nullable restore

public sealed class FromAll
{
    public string? Id { get; init; }

    [FromHeader(Name = "X-Size")]
    public int? Size { get; init; }

    public required HttpRequest Request { get; init; }

    public required ClaimsPrincipal User { get; init; }

    public Plain? Bound { get; init; }
}

using System.Collections;
using System.Drawing;
using System.Numerics;
using System.Text;

namespace SseGen.JsonCases.Cases;

public sealed record Mathematics(BigInteger Big, Complex Complex, Complex? None, Range Range, Index Index, Range[] Ranges);

public sealed record Drawings(Point Point, PointF PointF, Size Size, SizeF SizeF, Rectangle Rectangle, RectangleF RectangleF, System.Drawing.Color Color);

public sealed record Vectors(Vector2 Two, Vector3 Three, Quaternion Quaternion, Plane Plane, Matrix3x2 Matrix);

public sealed record Pairs(
    DictionaryEntry Entry, KeyValuePair<Index, Complex> Pair, Tuple<int, string?, Range> Three, Tuple<int, int, int, int, int, int, int, Tuple<int>> Eight,
    (int, int, int, int, int, int, int, int) Values, Lazy<int> Lazy, Rune Rune);

/// <summary>
/// Types of the framework that System.Text.Json writes as objects. Their members come in the order of the implementation, which is not
/// the one that the compiler sees.
/// </summary>
public static class FrameworkCases
{
    [EventStream("/frameworks/mathematics")]
    public static IAsyncEnumerable<Mathematics> Mathematics(ulong seed) => Case.Stream(seed, static v => new Mathematics(
        v.Int128() is var big && v.Bool() ? (BigInteger)big : v.Below(3), Complex(v), v.Maybe(() => Complex(v)), Range(v), Index(v), v.Array(() => Range(v))));

    [EventStream("/frameworks/drawings")]
    public static IAsyncEnumerable<Drawings> Drawings(ulong seed) => Case.Stream(seed, static v => new Drawings(
        new(v.Below(3), v.Int()), new(v.Below(3), 1.5f), new(v.Below(3), v.Int()), new(v.Below(3), 0.1f), new(v.Below(3), v.Below(4), v.Below(5), v.Below(6)),
        new(v.Below(3), 0.5f, v.Below(5), 2), v.Pick([System.Drawing.Color.Red, System.Drawing.Color.FromArgb(v.Int()), default])));

    [EventStream("/frameworks/vectors")]
    public static IAsyncEnumerable<Vectors> Vectors(ulong seed) => Case.Stream(seed, static v => new Vectors(
        new(v.Below(3), 2), new(v.Below(3)), Quaternion.Identity, new(v.Below(3), 2, 3, 4), v.Bool() ? Matrix3x2.Identity : new(1, 2, 3, 4, 5, v.Below(9))));

    [EventStream("/frameworks/pairs")]
    public static IAsyncEnumerable<Pairs> Pairs(ulong seed) => Case.Stream(seed, static v => new Pairs(
        new(v.String(), v.Int()), new(Index(v), Complex(v)), new(v.Int(), v.MaybeNull(v.String), Range(v)), new(1, 2, 3, 4, 5, 6, 7, new(v.Int())),
        (1, 2, 3, 4, 5, 6, 7, v.Int()), new(v.Int()), Rune.GetRuneAt(v.Pick(["a", "é", "取", "\U0001F600"]), 0)));

    private static Complex Complex(Values v) => new(v.Below(100), v.Below(100) / 8d);

    private static Index Index(Values v) => new(v.Below(100), v.Bool());

    private static Range Range(Values v) => new(Index(v), Index(v));
}

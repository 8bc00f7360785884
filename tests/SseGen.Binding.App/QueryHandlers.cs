using System.Numerics;
using Microsoft.Extensions.Primitives;

namespace SseGen.Binding.App;

/// <summary>A query parameter <c>v</c> of each type, required, nullable, and with a default value.</summary>
public static class QueryHandlers
{
    [EventStream("/query/StringRequired")]
    public static IAsyncEnumerable<string> StringRequired(string v) => Shown.Value(v);

    [EventStream("/query/StringNullable")]
    public static IAsyncEnumerable<string> StringNullable(string? v) => Shown.Value(v);

    [EventStream("/query/StringDefault")]
    public static IAsyncEnumerable<string> StringDefault(string v = "def") => Shown.Value(v);

    [EventStream("/query/StringNullableDefault")]
    public static IAsyncEnumerable<string> StringNullableDefault(string? v = "def") => Shown.Value(v);

    [EventStream("/query/IntRequired")]
    public static IAsyncEnumerable<string> IntRequired(int v) => Shown.Value(v);

    [EventStream("/query/IntNullable")]
    public static IAsyncEnumerable<string> IntNullable(int? v) => Shown.Value(v);

    [EventStream("/query/IntDefault")]
    public static IAsyncEnumerable<string> IntDefault(int v = 7) => Shown.Value(v);

    [EventStream("/query/IntNullableDefault")]
    public static IAsyncEnumerable<string> IntNullableDefault(int? v = 7) => Shown.Value(v);

    [EventStream("/query/Long")]
    public static IAsyncEnumerable<string> Long(long v) => Shown.Value(v);

    [EventStream("/query/LongDefault")]
    public static IAsyncEnumerable<string> LongDefault(long v = -5) => Shown.Value(v);

    [EventStream("/query/Short")]
    public static IAsyncEnumerable<string> Short(short v) => Shown.Value(v);

    [EventStream("/query/Byte")]
    public static IAsyncEnumerable<string> Byte(byte v) => Shown.Value(v);

    [EventStream("/query/SByte")]
    public static IAsyncEnumerable<string> SByte(sbyte v) => Shown.Value(v);

    [EventStream("/query/UShort")]
    public static IAsyncEnumerable<string> UShort(ushort v) => Shown.Value(v);

    [EventStream("/query/UInt")]
    public static IAsyncEnumerable<string> UInt(uint v) => Shown.Value(v);

    [EventStream("/query/ULong")]
    public static IAsyncEnumerable<string> ULong(ulong v) => Shown.Value(v);

    [EventStream("/query/Native")]
    public static IAsyncEnumerable<string> Native(nint v) => Shown.Value(v);

    [EventStream("/query/NativeUnsigned")]
    public static IAsyncEnumerable<string> NativeUnsigned(nuint v) => Shown.Value(v);

    [EventStream("/query/Huge")]
    public static IAsyncEnumerable<string> Huge(Int128 v) => Shown.Value(v);

    [EventStream("/query/Big")]
    public static IAsyncEnumerable<string> Big(BigInteger v) => Shown.Value(v);

    [EventStream("/query/Real")]
    public static IAsyncEnumerable<string> Real(double v) => Shown.Value(v);

    [EventStream("/query/RealNullable")]
    public static IAsyncEnumerable<string> RealNullable(double? v) => Shown.Value(v);

    [EventStream("/query/Single")]
    public static IAsyncEnumerable<string> Single(float v) => Shown.Value(v);

    [EventStream("/query/HalfReal")]
    public static IAsyncEnumerable<string> HalfReal(Half v) => Shown.Value(v);

    [EventStream("/query/Money")]
    public static IAsyncEnumerable<string> Money(decimal v) => Shown.Value(v);

    [EventStream("/query/MoneyDefault")]
    public static IAsyncEnumerable<string> MoneyDefault(decimal v = 1.5m) => Shown.Value(v);

    [EventStream("/query/Bool")]
    public static IAsyncEnumerable<string> Bool(bool v) => Shown.Value(v);

    [EventStream("/query/BoolNullable")]
    public static IAsyncEnumerable<string> BoolNullable(bool? v) => Shown.Value(v);

    [EventStream("/query/BoolDefault")]
    public static IAsyncEnumerable<string> BoolDefault(bool v = true) => Shown.Value(v);

    [EventStream("/query/Letter")]
    public static IAsyncEnumerable<string> Letter(char v) => Shown.Value(v);

    [EventStream("/query/LetterNullable")]
    public static IAsyncEnumerable<string> LetterNullable(char? v) => Shown.Value(v);

    [EventStream("/query/ColorRequired")]
    public static IAsyncEnumerable<string> ColorRequired(Color v) => Shown.Value(v);

    [EventStream("/query/ColorNullable")]
    public static IAsyncEnumerable<string> ColorNullable(Color? v) => Shown.Value(v);

    [EventStream("/query/ColorDefault")]
    public static IAsyncEnumerable<string> ColorDefault(Color v = Color.Green) => Shown.Value(v);

    [EventStream("/query/ColorNullableDefault")]
    public static IAsyncEnumerable<string> ColorNullableDefault(Color? v = Color.Red) => Shown.Value(v);

    [EventStream("/query/Flags")]
    public static IAsyncEnumerable<string> Flags(Permissions v) => Shown.Value(v);

    [EventStream("/query/Id")]
    public static IAsyncEnumerable<string> Id(Guid v) => Shown.Value(v);

    [EventStream("/query/IdNullable")]
    public static IAsyncEnumerable<string> IdNullable(Guid? v) => Shown.Value(v);

    [EventStream("/query/Time")]
    public static IAsyncEnumerable<string> Time(DateTime v) => Shown.Value(v);

    [EventStream("/query/TimeNullable")]
    public static IAsyncEnumerable<string> TimeNullable(DateTime? v) => Shown.Value(v);

    [EventStream("/query/Offset")]
    public static IAsyncEnumerable<string> Offset(DateTimeOffset v) => Shown.Value(v);

    [EventStream("/query/Date")]
    public static IAsyncEnumerable<string> Date(DateOnly v) => Shown.Value(v);

    [EventStream("/query/DateNullable")]
    public static IAsyncEnumerable<string> DateNullable(DateOnly? v) => Shown.Value(v);

    [EventStream("/query/Clock")]
    public static IAsyncEnumerable<string> Clock(TimeOnly v) => Shown.Value(v);

    [EventStream("/query/Span")]
    public static IAsyncEnumerable<string> Span(TimeSpan v) => Shown.Value(v);

    [EventStream("/query/Link")]
    public static IAsyncEnumerable<string> Link(Uri v) => Shown.Value(v);

    [EventStream("/query/LinkNullable")]
    public static IAsyncEnumerable<string> LinkNullable(Uri? v) => Shown.Value(v);

    [EventStream("/query/Release")]
    public static IAsyncEnumerable<string> Release(Version v) => Shown.Value(v);

    [EventStream("/query/Address")]
    public static IAsyncEnumerable<string> Address(System.Net.IPAddress v) => Shown.Value(v);

    [EventStream("/query/UserPrice")]
    public static IAsyncEnumerable<string> UserPrice(Price v) => Shown.Value(v);

    [EventStream("/query/UserPriceNullable")]
    public static IAsyncEnumerable<string> UserPriceNullable(Price? v) => Shown.Value(v);

    [EventStream("/query/UserTag")]
    public static IAsyncEnumerable<string> UserTag(Tag v) => Shown.Value(v);

    [EventStream("/query/UserPercent")]
    public static IAsyncEnumerable<string> UserPercent(Percent v) => Shown.Value(v);

    [EventStream("/query/UserPercentNullable")]
    public static IAsyncEnumerable<string> UserPercentNullable(Percent? v) => Shown.Value(v);

    [EventStream("/query/UserHidden")]
    public static IAsyncEnumerable<string> UserHidden(Hidden v) => Shown.Value(v);

    [EventStream("/query/UserHiddenNullable")]
    public static IAsyncEnumerable<string> UserHiddenNullable(Hidden? v) => Shown.Value(v);

    [EventStream("/query/UserOpen")]
    public static IAsyncEnumerable<string> UserOpen(Open v) => Shown.Value(v);

    [EventStream("/query/UserOpenNullable")]
    public static IAsyncEnumerable<string> UserOpenNullable(Open? v) => Shown.Value(v);

    [EventStream("/query/UserDerived")]
    public static IAsyncEnumerable<string> UserDerived(ParsedDerived v) => Shown.Value(v);

    [EventStream("/query/Strings")]
    public static IAsyncEnumerable<string> Strings(string[] v) => Shown.Value(v);

    [EventStream("/query/StringsNullable")]
    public static IAsyncEnumerable<string> StringsNullable(string[]? v) => Shown.Value(v);

    [EventStream("/query/Ints")]
    public static IAsyncEnumerable<string> Ints(int[] v) => Shown.Value(v);

    [EventStream("/query/IntsNullable")]
    public static IAsyncEnumerable<string> IntsNullable(int[]? v) => Shown.Value(v);

    [EventStream("/query/NullableInts")]
    public static IAsyncEnumerable<string> NullableInts(int?[] v) => Shown.Value(v);

    [EventStream("/query/Colors")]
    public static IAsyncEnumerable<string> Colors(Color[] v) => Shown.Value(v);

    [EventStream("/query/Links")]
    public static IAsyncEnumerable<string> Links(Uri[] v) => Shown.Value(v);

    [EventStream("/query/Ids")]
    public static IAsyncEnumerable<string> Ids(Guid[] v) => Shown.Value(v);

    [EventStream("/query/Prices")]
    public static IAsyncEnumerable<string> Prices(Price[] v) => Shown.Value(v);

    [EventStream("/query/Times")]
    public static IAsyncEnumerable<string> Times(DateTime[] v) => Shown.Value(v);

    [EventStream("/query/Texts")]
    public static IAsyncEnumerable<string> Texts(StringValues v) => Shown.Value(v);

    [EventStream("/query/TextsNullable")]
    public static IAsyncEnumerable<string> TextsNullable(StringValues? v) => Shown.Value(v);

#nullable disable
    [EventStream("/query/StringOblivious")]
    public static IAsyncEnumerable<string> StringOblivious(string v) => Shown.Value(v);

    [EventStream("/query/LinkOblivious")]
    public static IAsyncEnumerable<string> LinkOblivious(Uri v) => Shown.Value(v);
#nullable restore

    [EventStream("/query/Several")]
    public static IAsyncEnumerable<string> Several(int a, Guid b, Color c, string d, string? e) => Shown.Values(a, b, c, d, e);

    [EventStream("/query/Many")]
    public static IAsyncEnumerable<string> Many(int a = 1, int b = 2, int c = 3, int d = 4, int e = 5, int f = 6, int g = 7, int h = 8, int i = 9) =>
        Shown.Values(a, b, c, d, e, f, g, h, i);

    [EventStream("/query/None")]
    public static IAsyncEnumerable<string> None() => Shown.Values("none");

    [EventStream("/query/NoneAwaited")]
    public static async Task<IAsyncEnumerable<string>> NoneAwaited()
    {
        await Task.Yield();
        return Shown.Values("none");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace SseGen.Binding.App;

/// <summary>Rarer forms of a query parameter <c>v</c>: defaults of each kind, arrays, nullable elements.</summary>
public static class TypeHandlers
{
    [EventStream("/type/LongNullable")]
    public static IAsyncEnumerable<string> LongNullable(long? v) => Shown.Value(v);

    [EventStream("/type/LongMaximum")]
    public static IAsyncEnumerable<string> LongMaximum(long v = long.MaxValue) => Shown.Value(v);

    [EventStream("/type/RealDefault")]
    public static IAsyncEnumerable<string> RealDefault(double v = 1.5) => Shown.Value(v);

    [EventStream("/type/RealNotANumber")]
    public static IAsyncEnumerable<string> RealNotANumber(double v = double.NaN) => Shown.Value(v);

    [EventStream("/type/LetterDefault")]
    public static IAsyncEnumerable<string> LetterDefault(char v = '\'') => Shown.Value(v);

    [EventStream("/type/TextDefaultEmpty")]
    public static IAsyncEnumerable<string> TextDefaultEmpty(string v = "") => Shown.Value(v);

    [EventStream("/type/TextDefaultQuoted")]
    public static IAsyncEnumerable<string> TextDefaultQuoted(string v = "a\"b\\{c}") => Shown.Value(v);

    [EventStream("/type/TextNullDefault")]
    public static IAsyncEnumerable<string> TextNullDefault(string? v = null) => Shown.Value(v);

    [EventStream("/type/FlagsDefault")]
    public static IAsyncEnumerable<string> FlagsDefault(Permissions v = Permissions.A | Permissions.C) => Shown.Value(v);

    [EventStream("/type/FlagsUndefined")]
    public static IAsyncEnumerable<string> FlagsUndefined(Color v = (Color)42) => Shown.Value(v);

    [EventStream("/type/IdNullDefault")]
    public static IAsyncEnumerable<string> IdNullDefault(Guid? v = null) => Shown.Value(v);

    [EventStream("/type/OffsetNullable")]
    public static IAsyncEnumerable<string> OffsetNullable(DateTimeOffset? v) => Shown.Value(v);

    [EventStream("/type/SpanNullable")]
    public static IAsyncEnumerable<string> SpanNullable(TimeSpan? v) => Shown.Value(v);

    [EventStream("/type/ClockNullable")]
    public static IAsyncEnumerable<string> ClockNullable(TimeOnly? v) => Shown.Value(v);

    [EventStream("/type/MoneyNullableDefault")]
    public static IAsyncEnumerable<string> MoneyNullableDefault(decimal? v = 0.10m) => Shown.Value(v);

    [EventStream("/type/PriceNullDefault")]
    public static IAsyncEnumerable<string> PriceNullDefault(Price? v = null) => Shown.Value(v);

    [EventStream("/type/TagNullable")]
    public static IAsyncEnumerable<string> TagNullable(Tag? v) => Shown.Value(v);

    [EventStream("/type/Parsed")]
    public static IAsyncEnumerable<string> Parsed(ParsedByInterface v) => Shown.Value(v);

    [EventStream("/type/Generic")]
    public static IAsyncEnumerable<string> Generic(Wrapped<int> v) => Shown.Value(v);

    [EventStream("/type/GenericNullable")]
    public static IAsyncEnumerable<string> GenericNullable(Wrapped<int>? v) => Shown.Value(v);

    [EventStream("/type/LinksNullable")]
    public static IAsyncEnumerable<string> LinksNullable(Uri?[] v) => Shown.Value(v);

    [EventStream("/type/NullableColors")]
    public static IAsyncEnumerable<string> NullableColors(Color?[] v) => Shown.Value(v);

    [EventStream("/type/Percents")]
    public static IAsyncEnumerable<string> Percents(Percent?[] v) => Shown.Value(v);

    [EventStream("/type/Opens")]
    public static IAsyncEnumerable<string> Opens(Open[] v) => Shown.Value(v);

    [EventStream("/type/Hiddens")]
    public static IAsyncEnumerable<string> Hiddens(Hidden[] v) => Shown.Value(v);

    [EventStream("/type/Dates")]
    public static IAsyncEnumerable<string> Dates(DateOnly[]? v) => Shown.Value(v);

    [EventStream("/type/NamedInts")]
    public static IAsyncEnumerable<string> NamedInts([FromQuery(Name = "v")] int[] numbers) => Shown.Value(numbers);

    [EventStream("/type/NamedTexts")]
    public static IAsyncEnumerable<string> NamedTexts([FromQuery(Name = "v")] StringValues texts) => Shown.Value(texts);

    [EventStream("/type/Keyword")]
    public static IAsyncEnumerable<string> Keyword([FromQuery(Name = "v")] int @class) => Shown.Value(@class);

    /// <summary>Differs from the next in the attribute alone.</summary>
    [EventStream("/type/SameA")]
    public static IAsyncEnumerable<string> SameA([FromQuery(Name = "v")] string? x) => Shown.Value(x);

    [EventStream("/type/SameB")]
    public static IAsyncEnumerable<string> SameB([FromQuery(Name = "V2")] string? x) => Shown.Value(x);
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace SseGen.Binding.App;

public enum Color
{
    None,
    Red,
    Green,
}

[Flags]
public enum Permissions
{
    None = 0,
    A = 1,
    B = 2,
    C = 4,
}

public sealed record Dto(int Id, string? Name = null);

public record struct Point(int X, int Y);

public sealed class Service
{
    public string Name { get; init; } = "service";

    public override string ToString() => Name;
}

/// <summary>Never registered.</summary>
public sealed class Missing;

/// <summary>Parsed in a culture.</summary>
public sealed record Price(decimal Value)
{
    public static bool TryParse(string? text, IFormatProvider? provider, [NotNullWhen(true)] out Price? value)
    {
        value = decimal.TryParse(text, NumberStyles.Number, provider, out var number) ? new Price(number) : null;
        return value is not null;
    }
}

/// <summary>Parsed as types were before cultures; any text will do.</summary>
public sealed record Tag(string Text)
{
    public static bool TryParse(string text, out Tag value)
    {
        value = new Tag(text);
        return true;
    }
}

public readonly record struct Percent(int Value)
{
    public static bool TryParse(string text, out Percent value)
    {
        var parsed = int.TryParse(text.TrimEnd('%'), CultureInfo.InvariantCulture, out var number);
        value = new Percent(number);
        return parsed;
    }
}

public sealed record Hidden(int Value) : IParsable<Hidden>
{
    static Hidden IParsable<Hidden>.Parse(string s, IFormatProvider? provider) => new(int.Parse(s, provider));

    static bool IParsable<Hidden>.TryParse(string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Hidden result)
    {
        result = int.TryParse(s, provider, out var value) ? new Hidden(value) : null;
        return result is not null;
    }
}

public readonly record struct Open(int Value) : IParsable<Open>
{
    public static Open Parse(string s, IFormatProvider? provider) => new(int.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out Open result)
    {
        var parsed = int.TryParse(s, provider, out var value);
        result = new Open(value);
        return parsed;
    }
}

public abstract record ParsedBase
{
    public static bool TryParse(string text, out ParsedDerived? value)
    {
        value = text == "bad" ? null : new ParsedDerived(text);
        return value is not null;
    }
}

public sealed record ParsedDerived(string Text) : ParsedBase;

/// <summary>Parsed by a method that its only interface has.</summary>
public interface IParsedByInterface
{
    static bool TryParse(string text, out ParsedByInterface? value)
    {
        value = text == "x" ? null : new ParsedByInterface(text);
        return value is not null;
    }
}

public sealed record ParsedByInterface(string Text) : IParsedByInterface;

public readonly record struct Wrapped<T>(T Value)
    where T : IParsable<T>
{
    public static bool TryParse(string text, IFormatProvider? provider, out Wrapped<T> value)
    {
        var parsed = T.TryParse(text, provider, out var inner);
        value = parsed ? new Wrapped<T>(inner!) : default;
        return parsed;
    }
}

/// <summary>Binds itself from a header.</summary>
public sealed record Plain(string Value)
{
    public static ValueTask<Plain?> BindAsync(HttpContext context) => new(context.Request.Headers["X-Bind"].ToString() switch
    {
        "" => null,
        "500" => throw new InvalidOperationException("failure of BindAsync"),
        "422" => throw new BadHttpRequestException("refused by BindAsync", StatusCodes.Status422UnprocessableEntity),
        var value => new Plain(value),
    });
}

public sealed record WithParameter(string Value, string? Parameter)
{
    public static ValueTask<WithParameter?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(context.Request.Headers["X-Bind"].ToString() is { Length: > 0 } value ? new WithParameter(value, parameter.Name) : null);
}

public readonly record struct BoundStruct(string Value)
{
    public static ValueTask<BoundStruct?> BindAsync(HttpContext context) =>
        new(context.Request.Headers["X-Bind"].ToString() is { Length: > 0 } value ? new BoundStruct(value) : null);
}

public readonly record struct PresentStruct(string Value)
{
    public static ValueTask<PresentStruct> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new PresentStruct(context.Request.Headers["X-Bind"].ToString()));
}

public sealed record Bindable(string Value) : IBindableFromHttpContext<Bindable>
{
    static ValueTask<Bindable?> IBindableFromHttpContext<Bindable>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(context.Request.Headers["X-Bind"].ToString() is { Length: > 0 } value ? new Bindable(value) : null);
}

public abstract record BoundBase
{
    public static ValueTask<BoundDerived?> BindAsync(HttpContext context) =>
        new(context.Request.Headers["X-Bind"].ToString() is { Length: > 0 } value ? new BoundDerived(value) : null);
}

public sealed record BoundDerived(string Value) : BoundBase;

/// <summary>Bound by a method that its only interface has.</summary>
public interface IBoundByInterface
{
    static ValueTask<BoundByInterface?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(context.Request.Headers["X-Bind"].ToString() is { Length: > 0 } value ? new BoundByInterface(value) : null);
}

public sealed record BoundByInterface(string Value) : IBoundByInterface;

/// <summary>What <see cref="Described"/> adds to an endpoint.</summary>
public sealed record DescribedNote(string Text);

/// <summary>Describes the endpoints that take it.</summary>
public sealed record Described(string Text) : IEndpointParameterMetadataProvider, IEndpointMetadataProvider
{
    public static bool TryParse(string text, out Described value)
    {
        value = new Described(text);
        return true;
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new DescribedNote($"parameter {parameter.Name}"));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new DescribedNote($"method {method.Name}"));
}

/// <summary>No JSON says which class to make.</summary>
public interface IFigure
{
    int Corners { get; }
}

/// <summary>A user's own attribute, with a name that it computes.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromPrefixedQueryAttribute(string prefix) : Attribute, IFromQueryMetadata
{
    public string? Name => prefix + "-v";
}

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromPrefixedHeaderAttribute(string name) : Attribute, IFromHeaderMetadata
{
    public string? Name => "X-" + name;
}

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromPrefixedRouteAttribute(string prefix) : Attribute, IFromRouteMetadata
{
    public string? Name => prefix + "-v";
}

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromPrefixedFormAttribute(string prefix) : Attribute, IFromFormMetadata
{
    public string? Name => prefix + "ther";
}

/// <summary>As the framework's own, without a name of its own.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromUsersServicesAttribute : Attribute, IFromServiceMetadata;

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromUsersBodyAttribute : Attribute, IFromBodyMetadata
{
    public bool AllowEmpty => true;
}

[JsonSerializable(typeof(Dto))]
[JsonSerializable(typeof(IFigure))]
[JsonSerializable(typeof(IAsyncEnumerable<int>))]
[JsonSerializable(typeof(Point))]
[JsonSerializable(typeof(Point?))]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
public sealed partial class AppJson : JsonSerializerContext;

using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads the attributes of System.Text.Json.</summary>
internal static class JsonAttributes
{
    /// <summary>The values of <c>JsonIgnoreCondition</c>, which the generator's own platform does not have.</summary>
    public enum IgnoreCondition
    {
        Never = 0,
        Always = 1,
        WhenWritingDefault = 2,
        WhenWritingNull = 3,
        WhenWriting = 4,
        WhenReading = 5,
    }

    private const int WriteAsString = 2;
    private const int AllowNamedFloatingPointLiterals = 4;

    public static IgnoreCondition Ignore(ISymbol member, KnownSymbols symbols) =>
        symbols.Attribute(member, JsonNames.Ignore) is not { } attribute ? IgnoreCondition.Never
        : NamedArgument(attribute, "Condition") is int condition ? (IgnoreCondition)condition
        : IgnoreCondition.Always;

    public static bool IsIncluded(ISymbol member, KnownSymbols symbols) => symbols.Attribute(member, JsonNames.Include) is not null;

    public static string? Name(ISymbol member, KnownSymbols symbols) =>
        symbols.Attribute(member, JsonNames.PropertyName)?.ConstructorArguments[0].Value as string;

    public static int Order(ISymbol member, KnownSymbols symbols) =>
        symbols.Attribute(member, JsonNames.PropertyOrder)?.ConstructorArguments[0].Value is int order ? order : 0;

    /// <summary>What the attribute on a member or type says about writing; <see langword="null"/> when there is none.</summary>
    public static NumberFormat? Number(ISymbol symbol, KnownSymbols symbols)
    {
        if (symbols.Attribute(symbol, JsonNames.NumberHandling)?.ConstructorArguments[0].Value is not int handling)
        {
            return null;
        }

        return (handling & WriteAsString) != 0 ? NumberFormat.String
            : (handling & AllowNamedFloatingPointLiterals) != 0 ? NumberFormat.NamedLiteral
            : NumberFormat.Number;
    }

    /// <summary>An attribute that is, or derives from, <c>JsonConverterAttribute</c>.</summary>
    public static AttributeData? Converter(ISymbol symbol, KnownSymbols symbols)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsOrDerivesFrom(attribute.AttributeClass, JsonNames.Converter, symbols))
            {
                return attribute;
            }
        }

        return null;
    }

    public static object? NamedArgument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    public static bool IsOrDerivesFrom(ITypeSymbol? type, string metadataName, KnownSymbols symbols)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (symbols.Is(current, metadataName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name that <c>JsonNamingPolicy.CamelCase</c> makes: the capitals at the start are lowered, but for the last of several.</summary>
    public static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && (i != 1 || char.IsUpper(letters[i])); i++)
        {
            var hasNext = i + 1 < letters.Length;
            if (i > 0 && hasNext && !char.IsUpper(letters[i + 1]))
            {
                if (letters[i + 1] == ' ')
                {
                    letters[i] = char.ToLowerInvariant(letters[i]);
                }

                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return name.Length == 0 || !char.IsUpper(name[0]) ? name : new string(letters);
    }
}

using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace SseGen.Generator.Emission;

/// <summary>
/// The only way by which a user's text, name or number gets into generated code. A route such as <c>{id:regex(^\d+$)}</c>, a
/// parameter called <c>@event</c>, a comment with <c>*/</c> in it: each has broken a generator that pasted.
/// </summary>
internal static class CSharpLiteral
{
    /// <summary>A string literal, quotes included; <c>null</c> for no string.</summary>
    public static string String(string? value) =>
        value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A UTF-8 literal, <c>"…"u8</c>.</summary>
    public static string Utf8(string value) => String(value) + "u8";

    /// <summary>A character literal.</summary>
    public static string Char(char value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Bool(bool value) => value ? "true" : "false";

    /// <summary>A number, in the invariant culture, with the suffix that keeps its type.</summary>
    public static string Number(object value) => value switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float f => f.ToString("R", CultureInfo.InvariantCulture) + "f",
        double d => d.ToString("R", CultureInfo.InvariantCulture) + "d",
        decimal m => m.ToString(CultureInfo.InvariantCulture) + "m",
        long l => l.ToString(CultureInfo.InvariantCulture) + "L",
        ulong u => u.ToString(CultureInfo.InvariantCulture) + "UL",
        uint u => u.ToString(CultureInfo.InvariantCulture) + "u",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} is not a number.", nameof(value)),
    };

    /// <summary>An identifier; a keyword gets its <c>@</c>.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>Text for an XML documentation comment: escaped, and on one line.</summary>
    public static string XmlText(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}

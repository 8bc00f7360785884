using System.Globalization;
using System.Text;

namespace SseGen.Generator.Emission;

/// <summary>
/// Names made from type names: of generated files and of generated classes. Stable, because they depend on names alone and not on
/// the order of files, and unique: two different types never share one.
/// </summary>
internal static class HintNames
{
    private const int LongestReadablePart = 100;

    /// <summary>
    /// The file of an endpoint class, of a payload's writer, …: <c>Demo.MarketEndpoints.g.cs</c>. With <paramref name="hasNamesake"/> it
    /// carries a hash: neither the compiler nor every file system tells apart names that differ in nothing but case.
    /// </summary>
    public static string File(string fullTypeName, string kind = "", bool hasNamesake = false) =>
        Readable(fullTypeName, '.')
        + (hasNamesake ? "_" + Hash(fullTypeName) : "")
        + (kind.Length == 0 ? "" : "." + kind)
        + ".g.cs";

    /// <summary>A C# identifier for a type: <c>Demo_MarketEndpoints</c>. That of a class named by a keyword keeps its <c>@</c>.</summary>
    public static string Identifier(string fullTypeName) => CSharpLiteral.Identifier(Readable(fullTypeName, '_'));

    private static string Readable(string fullTypeName, char separator)
    {
        var name = fullTypeName.Replace("global::", "");
        var readable = new StringBuilder(name.Length);
        var exact = true;
        foreach (var c in name)
        {
            if (c == '.')
            {
                readable.Append(separator);
            }
            else if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9')
            {
                readable.Append(c);
            }
            else
            {
                exact = false;
                readable.Append('_');
            }
        }

        // `A.B` and `A_B` would be the same identifier, `List<int>` and `List[int]` the same file: all but the plainest names carry a
        // hash of the whole.
        exact &= readable.Length <= LongestReadablePart && (separator == '.' || name.IndexOf('_') < 0);
        if (readable.Length > LongestReadablePart)
        {
            readable.Length = LongestReadablePart;
        }

        return exact ? readable.ToString() : readable.Append('_').Append(Hash(name)).ToString();
    }

    /// <summary>FNV-1a: the same on every machine and in every process, which <see cref="string.GetHashCode()"/> is not.</summary>
    private static string Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}

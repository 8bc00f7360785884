namespace SseGen.Hosting;

/// <summary>Names of types as the messages of minimal APIs have them: <c>int</c>, <c>Nullable&lt;int&gt;</c>, <c>List&lt;Dto&gt;</c>.</summary>
internal static class TypeDisplayName
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(ushort)] = "ushort",
    };

    public static string Of(Type type)
    {
        if (s_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        // A nested type of a generic one has the outer type's arguments, too, and a name without an arity.
        var arity = type.Name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0
            ? type.Name
            : $"{type.Name[..arity]}<{string.Join(",", type.GenericTypeArguments.Select(Of))}>";
    }
}

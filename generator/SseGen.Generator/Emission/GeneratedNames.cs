using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>Names of the types and members that generated code declares or calls.</summary>
internal static class GeneratedNames
{
    // Each kind of generated class has a namespace of its own: a handler class may be called Json, or Topics.
    public const string EndpointNamespace = "SseGen.Generated.Endpoints";
    public const string PayloadNamespace = "SseGen.Generated.Json";
    public const string TopicNamespace = "SseGen.Generated.Topics";
    public const string EventWriter = "global::SseGen.Framing.Utf8EventWriter";

    /// <summary>The class that writes a payload type.</summary>
    public static string PayloadClass(TypeRef type) => HintNames.Identifier(type.FullName);

    /// <summary>The same, as other classes call it.</summary>
    public static string QualifiedPayloadClass(TypeRef type) => $"global::{PayloadNamespace}.{PayloadClass(type)}";

    /// <summary>The parameter that a writing method takes its value by.</summary>
    public static string ValueParameter(TypeRef type, string name = "value") =>
        type.IsValueType ? $"in {type.FullName} {name}" : $"{type.FullName}? {name}";

    /// <summary>A word for a type in the name of a method: <c>ListOfInt</c> for <c>List&lt;int&gt;</c>.</summary>
    public static string Word(TypeRef type)
    {
        var word = new System.Text.StringBuilder();
        var start = 0;
        var name = type.FullName;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : '\0';
            if (c is '.' or ':' or '@')
            {
                start = i + 1; // a namespace, or a type around this one
            }
            else if (!char.IsLetterOrDigit(c) && c != '_')
            {
                if (i > start)
                {
                    word.Append(char.ToUpperInvariant(name[start])).Append(name, start + 1, i - start - 1);
                }

                word.Append(c switch { '<' => "Of", '[' => "Array", '?' => "OrNull", '(' => "Tuple", _ => "" });
                start = i + 1;
            }
        }

        return word.ToString();
    }
}

using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>An enum as an event's id or type: the text of its name, not JSON.</summary>
internal static class EventEnumEmitter
{
    /// <summary>An expression that gives the name of <paramref name="value"/>.</summary>
    public static string NameOf(EnumPayloadSpec enumeration, string value, HelperMembers helpers) =>
        $"{helpers.EnumNames(enumeration)}({value})";

    public static void Emit(SourceWriter source, EnumPayloadSpec enumeration, string method)
    {
        using (source.Block($"private static string {method}({enumeration.Type} value) => value switch", ";"))
        {
            foreach (var name in enumeration.Names)
            {
                source.WriteLine($"{enumeration.Type}.{CSharpLiteral.Identifier(name.Member)} => {CSharpLiteral.String(name.JsonName)},");
            }

            source.WriteLine("_ => value.ToString(),");
        }
    }
}

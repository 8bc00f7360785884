namespace SseGen.Generator.Emission;

/// <summary>Names and other constant strings in JSON.</summary>
internal static class JsonStrings
{
    /// <summary>Whether no encoder would escape a character: ASCII but for the quote, the backslash and controls.</summary>
    public static bool IsPlain(string text) => text.All(static c => c is >= ' ' and <= '~' and not '"' and not '\\');

    /// <summary>A constant string value; one that is not plain is escaped at run time, by the encoder itself.</summary>
    public static void Write(JsonCode code, string text)
    {
        if (IsPlain(text))
        {
            code.Literal($"\"{text}\"");
        }
        else
        {
            code.Statement($"writer.WriteString({CSharpLiteral.String(text)});");
        }
    }

    /// <summary>The name of a property and its colon.</summary>
    public static void WriteName(JsonCode code, string name)
    {
        Write(code, name);
        code.Literal(":");
    }
}

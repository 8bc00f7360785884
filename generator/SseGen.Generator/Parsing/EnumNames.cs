using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>The names that the values of an enum have in JSON.</summary>
internal static class EnumNames
{
    /// <summary>The name that the attribute gives, which is empty where it says null, or that of the field.</summary>
    public static string NameOf(IFieldSymbol field, KnownSymbols symbols) =>
        symbols.Attribute(field, JsonNames.StringEnumMemberName)?.ConstructorArguments is [{ Kind: not TypedConstantKind.Error } name]
            ? name.Value as string ?? ""
            : field.Name;

    /// <summary>
    /// Refuses an enum with a name that System.Text.Json does not take. It throws for one name, be it that of a value with several, and
    /// even where the enum is written by number.
    /// </summary>
    public static void Check(INamedTypeSymbol type, PayloadContext context)
    {
        if (!context.IsNew(type) || MemberOrder.IsOfFramework(type))
        {
            return;
        }

        var isFlags = context.Symbols.Attribute(type, JsonNames.FlagsAttribute) is not null;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue))
        {
            if (NameOf(field, context.Symbols) is var name && !IsName(name, isFlags))
            {
                context.Report(Rules.RefusedPayload, PayloadSite.Of(type), PayloadSite.Of(type).Name, $"\"{name}\" is no name for '{field.Name}'; it is empty, begins or ends with a space, or has a comma");
                return;
            }
        }
    }

    /// <summary>Commas stand between the names of flags.</summary>
    private static bool IsName(string name, bool isFlags) =>
        name.Length > 0 && !char.IsWhiteSpace(name[0]) && !char.IsWhiteSpace(name[name.Length - 1]) && !(isFlags && name.Contains(','));
}

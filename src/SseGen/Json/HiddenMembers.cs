using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;

namespace SseGen.Json;

/// <summary>
/// Members with <see cref="JsonIncludeAttribute"/> that generated code could not know: it was made with a reference assembly, which has
/// nothing private.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HiddenMembers
{
    private const BindingFlags NonPublic = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>Gives the name of such a member that the type itself declares; <see langword="null"/> without one.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="showsInternals">Whether the reference assembly has what is internal.</param>
    public static string? Find<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.NonPublicProperties | DynamicallyAccessedMemberTypes.NonPublicFields)] T>(
        bool showsInternals)
    {
        foreach (var property in typeof(T).GetProperties(NonPublic))
        {
            // What is virtual is in every reference assembly.
            if (property.GetMethod is { IsVirtual: false } getter
                && (getter.IsPrivate || (!showsInternals && (getter.IsAssembly || getter.IsFamilyAndAssembly)))
                && property.IsDefined(typeof(JsonIncludeAttribute), inherit: false))
            {
                return NameOf(property);
            }
        }

        foreach (var field in typeof(T).GetFields(NonPublic))
        {
            if ((field.IsPrivate || (!showsInternals && (field.IsAssembly || field.IsFamilyAndAssembly)))
                && field.IsDefined(typeof(JsonIncludeAttribute), inherit: false))
            {
                return NameOf(field);
            }
        }

        return null;
    }

    private static string NameOf(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";
}

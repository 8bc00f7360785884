using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>The types that System.Text.Json refuses at run time; here the compiler does.</summary>
internal static class UnsupportedTypes
{
    public static string? Reason(ITypeSymbol type, KnownSymbols symbols) => type switch
    {
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "it is a pointer",
        { TypeKind: TypeKind.Delegate } => "it is a delegate",
        { IsRefLikeType: true } => "it is a ref struct",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "it is a native integer",
        IArrayTypeSymbol { IsSZArray: false } => "it is an array of several dimensions",
        INamedTypeSymbol named when JsonAttributes.IsOrDerivesFrom(named, "System.Reflection.MemberInfo", symbols) => "it describes code",
        INamedTypeSymbol named when symbols.Implements(named, KnownNames.AsyncEnumerable) => "it is read asynchronously",
        INamedTypeSymbol or IArrayTypeSymbol => null,
        _ => "System.Text.Json has no JSON for it",
    };
}

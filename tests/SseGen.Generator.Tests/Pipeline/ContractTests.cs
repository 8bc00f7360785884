using System.Reflection;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>Generator and library know each other by names alone; here is where a renamed type is noticed.</summary>
public sealed class ContractTests
{
    private static readonly Compilation s_compilation = SourceProject.Of("").Compile();

    public static TheoryData<string> Names =>
        [.. typeof(KnownNames)
            .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(constant => constant.IsLiteral)
            .Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_known_name_is_a_public_type_or_a_namespace(string name)
    {
        var types = s_compilation.GetTypesByMetadataName(name);

        Assert.True(types.Any(type => type.DeclaredAccessibility == Accessibility.Public) || IsNamespace(name), name);
    }

    private static bool IsNamespace(string name)
    {
        INamespaceOrTypeSymbol? found = s_compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            found = (found as INamespaceSymbol)?.GetNamespaceMembers().FirstOrDefault(child => child.Name == part);
        }

        return found is not null;
    }
}

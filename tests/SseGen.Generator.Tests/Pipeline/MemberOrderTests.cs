using System.Reflection;
using SseGen.Generator.Parsing;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>The table of the framework's types says what this very framework has.</summary>
public sealed class MemberOrderTests
{
    public static TheoryData<string> Types => [.. MemberOrder.Known.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void The_order_that_is_known_is_that_of_the_implementation(string name)
    {
        // Loaded by nobody else in this process: reflection keeps the order of what it was asked for first.
        var type = Assemblies().Select(assembly => assembly.GetType(name)).First(static type => type is not null)!;
        var properties = type
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(static property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Select(static property => property.Name);

        Assert.Equal(MemberOrder.Known[name], properties);
    }

    private static IEnumerable<Assembly> Assemblies()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        foreach (var path in trusted.Split(Path.PathSeparator))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            {
                yield return Assembly.Load(name);
            }
        }
    }
}

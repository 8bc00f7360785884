using System.Collections;
using System.Reflection;
using SseGen.Generator.Model;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>
/// What the pipeline keeps between two key strokes is plain data. One symbol in it would keep a whole compilation in memory, one list
/// without equality would make every step run each time.
/// </summary>
public sealed class ModelPurityTests
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of(DemoProject.Create());

    public static TheoryData<Type> ModelTypes =>
        [.. typeof(EndpointSpec).Assembly.GetTypes().Where(type =>
            type.Namespace == typeof(EndpointSpec).Namespace
            && type is { IsClass: true, IsNested: false }
            && !(type.IsAbstract && type.IsSealed))];

    [Fact]
    public void No_step_holds_anything_of_Roslyn()
    {
        var values = s_run.Steps.Names.Where(name => name != StepOutcomes.Output).SelectMany(name => s_run.Values(name)).ToList();

        Assert.NotEmpty(values);
        Assert.All(values, value => RequirePure(value, "value", new HashSet<object>(ReferenceEqualityComparer.Instance)));
    }

    [Theory]
    [MemberData(nameof(ModelTypes))]
    public void A_spec_is_an_immutable_record_of_values_with_equality(Type type)
    {
        Assert.True(type.GetMethod("<Clone>$") is not null, $"{type.Name} is not a record.");
        foreach (var field in InstanceFields(type))
        {
            Assert.True(field.IsInitOnly || IsInit(type, field), $"{type.Name}.{field.Name} can be changed.");
            Assert.True(HasEqualityByContent(field.FieldType), $"{type.Name}.{field.Name}: {field.FieldType} has no equality by content.");
        }
    }

    [Fact]
    public void Source_that_only_moved_gives_equal_specs()
    {
        var moved = GeneratorRun.Of(new SourceProject()
            .With("A/Feed.cs", "// Moved.\n\n" + DemoProject.Feed)
            .With("B/Payloads.cs", "\n\n" + DemoProject.Payloads)
            .With("C/Clock.cs", DemoProject.Clock.ReplaceLineEndings("\r\n"))
            .With("D/Market.cs", "#region All\n" + DemoProject.Trades + "\n#endregion"));

        Assert.Equal(s_run.Files, moved.Files);
        foreach (var step in s_run.Steps.Names.Where(name => name != StepOutcomes.Output))
        {
            Assert.Equal(s_run.Values(step).ToHashSet(), moved.Values(step).ToHashSet());
        }
    }

    private static void RequirePure(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        var type = value.GetType();
        Assert.False(
            type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) ?? false, $"{path} is a {type}.");
        Assert.False(value is Delegate, $"{path} is a delegate; it may hold anything.");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                RequirePure(item, path + "[]", seen);
            }
        }

        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var field in InstanceFields(declaring))
            {
                RequirePure(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }

    private static FieldInfo[] InstanceFields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    private static bool IsInit(Type type, FieldInfo field)
    {
        var setter = type.GetProperty(field.Name.Split('<', '>')[1])?.SetMethod;
        return setter?.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ?? true;
    }

    private static bool HasEqualityByContent(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive
            || type.IsEnum
            || type == typeof(string)
            || type.Namespace == typeof(EndpointSpec).Namespace;
    }
}

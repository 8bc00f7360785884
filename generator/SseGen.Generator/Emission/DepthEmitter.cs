using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>
/// The statement that enters an object. Within as many objects as System.Text.Json allows, it refuses members that are neither null nor
/// left out: what has such a member in any case is refused at once, and of others it is asked there alone.
/// </summary>
internal sealed class DepthEmitter(JsonCode code, HelperMembers helpers)
{
    public void Emit(MembersSpec members, string value)
    {
        if (members.Properties.Any(static property => property.Condition == WriteCondition.Always && !CanBeNull(property.Access.Type)))
        {
            code.Statement("writer.EnterContainer();");
            return;
        }

        var tests = members.Properties.Select(property => Test(property, helpers.Read(property.Access, value, members.Type.IsValueType))).ToList();
        if (members.ExtensionData is { } extensionData)
        {
            tests.Add($"{helpers.Read(extensionData.Access, value, members.Type.IsValueType)} is not null");
        }

        if (tests.Count == 0)
        {
            code.Statement("writer.EnterSparseContainer();"); // nothing but a discriminator
            return;
        }

        using (code.Block($"if (writer.EnterSparseContainer(){Condition(tests)})"))
        {
            code.Statement("writer.ThrowTooDeep();");
        }
    }

    private static string Condition(List<string> tests) => tests.Count switch
    {
        1 => $" && {tests[0]}",
        2 => $" && ({tests[0]} || {tests[1]})",
        _ => $"\n    && ({string.Join("\n        || ", tests)})",
    };

    /// <summary>Whether the member's value, if it is written, is anything but null.</summary>
    private static string Test(PropertySpec property, string read) => property switch
    {
        { Condition: WriteCondition.NotDefault } => $"{read} != default",
        { Condition: WriteCondition.NotDefaultByComparer } => $"!global::System.Collections.Generic.EqualityComparer<{property.Access.Type}>.Default.Equals({read}, default)",
        _ => $"{read} is not null",
    };

    private static bool CanBeNull(TypeRef type) => !type.IsValueType || type.IsNullableValueType;
}

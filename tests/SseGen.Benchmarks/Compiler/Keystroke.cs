namespace SseGen.Benchmarks.Compiler;

/// <summary>An edit of one character somewhere; pressed again, it is taken back.</summary>
internal sealed record Keystroke(string Title, string File, string One, string Other)
{
    public static IReadOnlyList<Keystroke> All { get; } =
    [
        new("keystroke in an unrelated body", "Unrelated.cs", "_count += step;", "_count += step ;"),
        new("keystroke in an unrelated declaration", "Unrelated.cs", "Next(int step)", "Nextt(int step)"),
        new("keystroke in a handler's body", "Handlers0.cs", "Task.Delay(1000,", "Task.Delay(2000,"),
        new("keystroke in a payload type", "Payloads0.cs", "string Name {", "string Namee {"),
    ];

    /// <summary>System.Text.Json's project has no handlers.</summary>
    public bool Applies(string contestant) => contestant == "ssegen" || !File.StartsWith("Handlers", StringComparison.Ordinal);

    public GeneratedProject Press(GeneratedProject project)
    {
        var text = project.Compilation.SyntaxTrees.First(tree => tree.FilePath == File).ToString();
        return text.Contains(One, StringComparison.Ordinal) ? project.Type(File, One, Other) : project.Type(File, Other, One);
    }
}

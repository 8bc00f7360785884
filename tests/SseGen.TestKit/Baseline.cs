using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace SseGen.TestKit;

/// <summary>
/// Compares text with a reviewed file. Names are Verify's (<c>Class.Method#part.verified.cs</c> beside the test, in its folder
/// <c>Baselines</c>), so that a change to that library touches this file alone. A mismatch writes the <c>.received.</c> file and fails; with
/// the environment variable <c>SSEGEN_ACCEPT_BASELINES=1</c> it rewrites the verified one and fails as well, so that a run that accepts
/// can never pass for a run that checks.
/// </summary>
public static class Baseline
{
    private const string AcceptVariable = "SSEGEN_ACCEPT_BASELINES";
    private const string Verified = ".verified.";
    private const string Received = ".received.";

    /// <summary>Compares one text with <c>Class.Method.verified.ext</c>.</summary>
    public static void Match(
        string text, string extension = "cs", [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
        => Compare(testFile, testMethod, new Dictionary<string, string> { ["." + extension] = text });

    /// <summary>Compares each generated file with <c>Class.Method#hint-name.verified.cs</c>; a missing or surplus file is a mismatch.</summary>
    public static void Match(GeneratorRun run, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
        => Compare(testFile, testMethod, run.Files.ToDictionary(file => "#" + file.Key, file => file.Value));

    private static void Compare(string testFile, string testMethod, Dictionary<string, string> parts)
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Baselines");
        var prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}";
        var report = new StringBuilder();
        var expected = parts.ToDictionary(part => Path.Combine(folder, FileName(prefix, part.Key)), part => Normalize(part.Value));
        foreach (var (path, text) in expected)
        {
            CompareFile(path, text, report);
        }

        foreach (var path in Existing(folder, prefix).Where(path => !expected.ContainsKey(path)))
        {
            report.AppendLine($"{Path.GetFileName(path)}: nothing of that name is generated any more.");
            if (Accepting)
            {
                File.Delete(path);
            }
        }

        Assert.True(
            report.Length == 0,
            $"{report}\n{(Accepting ? "Accepted; run again without" : "To accept, run again with")} {AcceptVariable}=1 and review the change.");
    }

    private static bool Accepting => Environment.GetEnvironmentVariable(AcceptVariable) == "1";

    private static void CompareFile(string path, string text, StringBuilder report)
    {
        var received = path.Replace(Verified, Received, StringComparison.Ordinal);
        var verified = File.Exists(path) ? Normalize(File.ReadAllText(path)) : null;
        if (verified == text)
        {
            File.Delete(received);
            return;
        }

        var target = Accepting ? path : received;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
        report.AppendLine(verified is null ? $"{Path.GetFileName(path)}: new." : $"{Path.GetFileName(path)}:\n{TextDiff.Of(verified, text)}");
    }

    /// <summary><c>.cs</c> gives <c>Class.Method.verified.cs</c>, <c>#Demo.Feeds.g.cs</c> gives <c>Class.Method#Demo.Feeds.g.verified.cs</c>.</summary>
    private static string FileName(string prefix, string part) =>
        prefix + Path.GetFileNameWithoutExtension(part) + Verified + Path.GetExtension(part).TrimStart('.');

    private static IEnumerable<string> Existing(string folder, string prefix) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, prefix + "*").Where(path =>
                path.Contains(Verified, StringComparison.Ordinal)
                && Path.GetFileName(path)[prefix.Length] is '.' or '#')
            : [];

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}

using System.Globalization;

namespace SseGen.Benchmarks.CommandLine;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Options
{
    public string Command { get; init; } = "";

    /// <summary>Seconds instead of minutes; the figures show that everything works, and no more.</summary>
    public bool IsQuick { get; init; }

    public bool WantsHelp { get; init; }

    /// <summary>The number of rounds, when not the suite's own.</summary>
    public int? Rounds { get; init; }

    /// <summary>Only scenarios with this in their name.</summary>
    public string? Filter { get; init; }

    /// <summary>The results file, when not the one in <c>docs</c>.</summary>
    public string? Results { get; init; }

    /// <summary>Part of a run, or a quick one, must not take the place of a whole one in the documents.</summary>
    public bool IsKept => Results is not null || !(IsQuick || Filter is not null);

    /// <exception cref="UsageException">Something in it is not understood.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--help" or "-h" or "-?" => options with { WantsHelp = true },
                "--quick" => options with { IsQuick = true },
                "--rounds" => options with { Rounds = Number(arguments, ++i) },
                "--filter" => options with { Filter = Value(arguments, ++i) },
                "--results" => options with { Results = Value(arguments, ++i) },
                ['-', ..] => throw new UsageException($"There is no option {arguments[i]}."),
                _ when options.Command.Length == 0 => options with { Command = arguments[i] },
                _ => throw new UsageException($"One command at a time: {options.Command} or {arguments[i]}?"),
            };
        }

        return options;
    }

    private static string Value(IReadOnlyList<string> arguments, int index) => index < arguments.Count
        ? arguments[index]
        : throw new UsageException($"{arguments[^1]} needs a value.");

    private static int Number(IReadOnlyList<string> arguments, int index) =>
        int.TryParse(Value(arguments, index), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new UsageException($"{arguments[index - 1]} needs a number above zero, not {arguments[index]}.");
}

/// <summary>The command line is wrong; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);

using System.Runtime.CompilerServices;
using CsCheck;
using SseGen.JsonCases;

namespace SseGen.Json.Tests;

/// <summary>Values that CsCheck draws, mixed with those that are known to be difficult.</summary>
internal sealed class GeneratedValues(ulong seed) : Values(seed)
{
    private static readonly Gen<double> s_doubles = Gen.Double.Where(double.IsFinite);
    private static readonly Gen<string> s_strings = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char[' ', '~'], 0, 80],
        Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.OneOf('\n', '\r', '"', '\\', '\u007f', 'é', '中', '\ud83d', '\ude00', '\u2028')), 0, 40]);

    /// <summary>Before any test: both sides of a comparison must draw from the same source.</summary>
    [ModuleInitializer]
    internal static void Use() => Of = static seed => new GeneratedValues(seed);

    private readonly PCG _pcg = new(1, seed);

    public override ulong Bits() => Difficult() ? base.Bits() : Gen.ULong.Generate(_pcg, null, out _);

    public override double Double() => Difficult() ? base.Double() : s_doubles.Generate(_pcg, null, out _);

    public override decimal Decimal() => Difficult() ? base.Decimal() : Gen.Decimal.Generate(_pcg, null, out _);

    public override string String() => Difficult() ? base.String() : s_strings.Generate(_pcg, null, out _);

    public override int Below(int limit) => (int)_pcg.Next((uint)limit);

    private bool Difficult() => _pcg.Next(2) == 0;
}

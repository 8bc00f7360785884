using SseGen.Binding.Tests;

namespace SseGen.Aot.Tests;

/// <summary>
/// The requests of <c>SseGen.Binding.Tests</c>, sent to the native binary. Minimal APIs answer in the process of the tests: their run-time
/// binding, which is the reference, needs a JIT.
/// </summary>
public sealed class BindingDifferentialTests(PublishedBinding binding) : IClassFixture<PublishedBinding>
{
    [Fact]
    public void Publishing_handlers_of_every_signature_gives_no_warning() => Assert.Empty(binding.Warnings);

    [Theory]
    [MemberData(nameof(Comparison.Modes), MemberType = typeof(Comparison))]
    public async Task The_binary_binds_as_minimal_APIs_do(string arguments)
    {
        await using var reference = await ReferenceApp.StartAsync(arguments.Split(' '));
        using var minimal = reference.Client();
        await using var binary = await binding.StartAsync(arguments.Split(' '));
        using var stream = binary.Client();

        await Comparison.RunAsync(minimal, stream);
    }
}

using Mp.Wire;

namespace Mp.Torture.Fuzz;

/// <summary>What to fuzz, and for how long.</summary>
/// <param name="Format">The format.</param>
/// <param name="Inputs">How many inputs.</param>
/// <param name="Seed">What the random ones among them are made from; the same seed, the same inputs.</param>
internal sealed record FuzzOptions(Framing Format, long Inputs, int Seed)
{
    private const long DefaultInputs = 2_000_000;

    /// <summary>Reads the arguments of the verb.</summary>
    /// <exception cref="UsageException">They make no sense.</exception>
    public static FuzzOptions Of(ReadOnlySpan<string> texts)
    {
        var arguments = new Arguments(texts, "--format", "--inputs", "--seed");
        return Framings.TryParse(arguments.Text("--format"), out Framing format)
            ? new FuzzOptions(format, arguments.Number("--inputs", DefaultInputs), arguments.Seed)
            : throw new UsageException($"--format is to be one of {string.Join(", ", Framings.Names)}.");
    }
}

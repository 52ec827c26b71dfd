using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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
    public static bool TryParse(ReadOnlySpan<string> arguments, [NotNullWhen(true)] out FuzzOptions? options)
    {
        options = null;
        Framing? format = null;
        long inputs = DefaultInputs;
        int seed = 1;
        for (; arguments.Length >= 2; arguments = arguments[2..])
        {
            bool isRead = arguments[0] switch
            {
                "--format" => Framings.TryParse(arguments[1], out Framing named) && (format = named) is not null,
                "--inputs" => long.TryParse(arguments[1], CultureInfo.InvariantCulture, out inputs) && inputs > 0,
                "--seed" => int.TryParse(arguments[1], CultureInfo.InvariantCulture, out seed),
                _ => false,
            };
            if (!isRead)
            {
                return false;
            }
        }

        options = format is { } chosen ? new FuzzOptions(chosen, inputs, seed) : null;
        return arguments.IsEmpty && options is not null;
    }
}

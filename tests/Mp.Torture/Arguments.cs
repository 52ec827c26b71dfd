using System.Globalization;

namespace Mp.Torture;

/// <summary>The options of a verb: each a name and a value.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads what stands after the verb.</summary>
    /// <param name="texts">That.</param>
    /// <param name="options">The names of the options that there are, as <c>--seed</c>.</param>
    /// <exception cref="UsageException">There is another option, or one without a value.</exception>
    public Arguments(ReadOnlySpan<string> texts, params ReadOnlySpan<string> options)
    {
        for (; !texts.IsEmpty; texts = texts[2..])
        {
            if (!options.Contains(texts[0]))
            {
                throw new UsageException($"'{texts[0]}' is none of {string.Join(", ", options!)}.");
            }

            _values[texts[0]] = texts.Length > 1 ? texts[1] : throw new UsageException($"{texts[0]} needs a value.");
        }
    }

    /// <summary>The value of an option, or nothing.</summary>
    public string? Text(string option) => _values.GetValueOrDefault(option);

    /// <summary>The whole number that an option is given, or another one.</summary>
    /// <exception cref="UsageException">It is no number, or not in the range.</exception>
    public long Number(string option, long otherwise, long least = 1)
    {
        if (Text(option) is not { } text)
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            && number >= least
                ? number
                : throw new UsageException($"{option} takes a whole number from {least} on, not '{text}'.");
    }

    /// <summary>The seed: the same one, the same inputs.</summary>
    /// <inheritdoc cref="Number"/>
    public int Seed => (int)Math.Min(Number("--seed", 1, least: 0), int.MaxValue);
}

using System.Globalization;
using Mp.Torture.Searching;

namespace Mp.Torture.Handshakes;

/// <summary>Sends what nobody with the secret would send to handshakes, and tells of the first that go wrong.</summary>
internal static class HandshakesRun
{
    private const long DefaultInputs = 1_000_000;

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static int Run(ReadOnlySpan<string> texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--inputs", "--seed");
        long inputs = arguments.Number("--inputs", DefaultInputs);
        int seed = arguments.Seed;
        var tally = new HandshakeTally();
        var search = new Search(inputs, () => new HandshakeWorker(seed, tally));
        bool isClean = search.Run(output);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"handshakes seed {seed}: {tally.All:N0} inputs, of them "
            + $"{Math.Min(tally.All, HandshakeWorker.Enumerated):N0} prefixes and bit flips of {HandshakeWorker.Ends} recorded "
            + $"ends; {tally.Waiting:N0} incomplete, {tally.Refused:N0} refused, {tally.Forged:N0} of these after an attempt to "
            + $"authenticate; accepted were {tally.Genuine:N0} that differ by nothing that counts; {search.Summary(tally.All)}"));
        return isClean ? 0 : 1;
    }
}

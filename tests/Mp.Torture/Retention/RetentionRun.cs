using System.Globalization;

namespace Mp.Torture.Retention;

/// <summary>Sets monitors and withdraws them, and loses connections, and looks at what that leaves in memory.</summary>
internal static class RetentionRun
{
    private const long DefaultMonitors = 100_000;
    private const long DefaultReconnects = 10_000;

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static async Task<int> RunAsync(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--monitors", "--reconnects");
        long monitors = arguments.Number("--monitors", DefaultMonitors, least: 0);
        long reconnects = arguments.Number("--reconnects", DefaultReconnects, least: 0);
        RetentionResult result = await RetentionScene.PlayAsync((int)monitors, (int)reconnects);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"retention: {monitors:N0} monitors, {reconnects:N0} reconnects; heap {result.Before:N0} bytes before, "
            + $"{result.After:N0} after, {(result.IsKept ? "LEAKS" : "back")}"));
        return result.IsKept ? 1 : 0;
    }
}

using System.Globalization;

namespace Mp.Torture.Growth;

/// <summary>Lets networks of many nodes find themselves, lose nodes and get them back, and says what that takes.</summary>
internal static class GrowthRun
{
    private const long DefaultGlobals = 5;

    /// <summary>Runs, and writes a line for each step, and at last one that sums it up.</summary>
    /// <returns>0, or 1 if a network did not agree in time.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static async Task<int> RunAsync(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--nodes", "--globals");
        long globals = arguments.Number("--globals", DefaultGlobals, least: 2);
        long nodes = arguments.Number("--nodes", 50, least: globals + 1);
        GrowthResult result = await GrowingNetwork.PlayAsync((int)nodes, (int)globals);
        foreach (GrowthStep step in result.Steps)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{step.Name}: agreed after {step.Time.TotalSeconds:0.0} s, {step.Connections} connections, "
                + $"{step.Bytes / (double)nodes:0} bytes a node"));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{nodes} nodes, {globals} of them global, {(result.HasAgreed ? "agreed every time" : "DID NOT AGREE")}"));
        return result.HasAgreed ? 0 : 1;
    }
}

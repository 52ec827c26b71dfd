namespace Mp.Simulations.Planting;

/// <summary>Plants the bugs, one after the other, and says what found each: which seed, or which order.</summary>
internal static class PlantedCommand
{
    private const int MostSeeds = 500;
    private const string Finding = "FINDING ";

    /// <summary>
    /// Plants all bugs, or those whose name begins with <c>--only</c>; looks for them from seed <c>--seed</c> on, or
    /// with <c>--depth</c> in all orders of so many steps.
    /// </summary>
    /// <returns>1 if one was not found, else 0.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        int seed = CommandLine.Number(arguments, "--seed", 1);
        string only = CommandLine.Text(arguments, "--only") ?? "";
        string? depth = CommandLine.Text(arguments, "--depth");
        int found = 0;
        PlantedBug[] bugs =
        [
            .. PlantedBug.All().Where(bug => bug.Name.StartsWith(only, StringComparison.Ordinal)),
        ];
        foreach (PlantedBug bug in bugs)
        {
            (bool isFound, string what) = depth is null ? await SimulateAsync(bug, seed) : await OrderAsync(bug, depth);
            found += isFound ? 1 : 0;
            Console.WriteLine($"{bug.Name}: {(isFound ? "found" : "NOT FOUND,")} {what}");
        }

        Console.WriteLine($"{found} of {bugs.Length} planted bugs found");
        return found == bugs.Length ? 0 : 1;
    }

    private static async Task<(bool IsFound, string What)> SimulateAsync(PlantedBug bug, int seed)
    {
        using var program = new PlantedProgram(Seeker.Simulation);
        await program.BuildAsync(bug);
        (int? needed, string output) = await program.FindAsync(seed, MostSeeds);
        return needed is { } count
            ? (true, $"by seed {count} of those from {seed}: {FirstViolation(output)}")
            : (false, output);
    }

    private static async Task<(bool IsFound, string What)> OrderAsync(PlantedBug bug, string depth)
    {
        using var program = new PlantedProgram(Seeker.Interleavings);
        await program.BuildAsync(bug);
        (int exitCode, string output) = await program.ExecuteAsync("--depth", depth);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string? finding = lines.FirstOrDefault(static line => line.StartsWith(Finding, StringComparison.Ordinal));
        return exitCode == 0 ? (false, lines[^1]) : (true, $"by {finding?[Finding.Length..] ?? lines[^1]}");
    }

    private static string FirstViolation(string output) =>
        output.Split('\n').Skip(2).FirstOrDefault() ?? output;
}

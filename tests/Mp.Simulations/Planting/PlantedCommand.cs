namespace Mp.Simulations.Planting;

/// <summary>Plants the bugs, one after the other, and says how many seeds it took to find each.</summary>
internal static class PlantedCommand
{
    private const int MostSeeds = 500;

    /// <summary>Plants all bugs, or those whose name begins with <c>--only</c>, from seed <c>--seed</c> on.</summary>
    /// <returns>1 if one was not found, else 0.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        int seed = CommandLine.Number(arguments, "--seed", 1);
        string only = CommandLine.Text(arguments, "--only") ?? "";
        int found = 0;
        PlantedBug[] bugs =
        [
            .. PlantedBug.All().Where(bug => bug.Name.StartsWith(only, StringComparison.Ordinal)),
        ];
        foreach (PlantedBug bug in bugs)
        {
            using var program = new PlantedProgram();
            await program.BuildAsync(bug);
            (int? needed, string output) = await program.FindAsync(seed, MostSeeds);
            found += needed is null ? 0 : 1;
            Console.WriteLine(needed is { } count
                ? $"{bug.Name}: found by seed {count} of those from {seed}: {FirstViolation(output)}"
                : $"{bug.Name}: NOT FOUND, {output}");
        }

        Console.WriteLine($"{found} of {bugs.Length} planted bugs found");
        return found == bugs.Length ? 0 : 1;
    }

    private static string FirstViolation(string output) =>
        output.Split('\n').Skip(2).FirstOrDefault() ?? output;
}

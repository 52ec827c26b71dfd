using System.Globalization;
using Mp.Simulations.Planting;

namespace Mp.Testing.Tests;

/// <summary>The test of the tests: bugs that are put into a copy of the sources are found.</summary>
public sealed class PlantedBugTests
{
    private const int AtATime = 5;
    private const int MostSeeds = 500;

    // Which five of them: a number, set by continuous integration. 'Mp.Torture planted' plants all.
    private const string RotationVariable = "MP_PLANTED_ROTATION";

    [Fact]
    public void EveryBug_StillApplies()
    {
        foreach (PlantedBug bug in PlantedBug.All())
        {
            Dictionary<string, string> changed = new(StringComparer.Ordinal);

            bug.Plant(
                file => changed.TryGetValue(file, out string? text) ? text : Sources(file),
                (file, text) => changed[file] = text);

            Assert.NotEmpty(changed);
        }
    }

    [Fact]
    public async Task FiveBugs_AreFound()
    {
        IReadOnlyList<PlantedBug> all = PlantedBug.All();
        int rotation = int.TryParse(Environment.GetEnvironmentVariable(RotationVariable), out int set) ? set : 0;
        foreach (int at in Enumerable.Range(rotation * AtATime, AtATime))
        {
            PlantedBug bug = all[at % all.Count];
            using var program = new PlantedProgram();
            await program.BuildAsync(bug);

            (int? needed, string printed) = await program.FindAsync(1, MostSeeds);

            Assert.True(
                needed is not null,
                string.Create(CultureInfo.InvariantCulture, $"{bug.Name}, in {MostSeeds} seeds: {printed}"));
        }
    }

    private static string Sources(string file) => File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, file));
}

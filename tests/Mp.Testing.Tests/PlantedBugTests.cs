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
            using var program = new PlantedProgram(Seeker.Simulation);
            await program.BuildAsync(bug);

            (int? needed, string printed) = await program.FindAsync(1, MostSeeds);

            Assert.True(
                needed is not null,
                string.Create(CultureInfo.InvariantCulture, $"{bug.Name}, in {MostSeeds} seeds: {printed}"));
        }
    }

    // The one that its order finds soonest. 'Mp.Torture planted --depth 10' looks for all.
    [Fact]
    public async Task KillThatOvertakesMessages_IsFoundByTheInterleavings()
    {
        PlantedBug bug = PlantedBug.All().Single(static bug => bug.Name == "05-kill-overtakes-messages");
        using var program = new PlantedProgram(Seeker.Interleavings);
        await program.BuildAsync(bug);

        (int exitCode, string printed) = await program.ExecuteAsync("--only", "I1", "--depth", "6");

        Assert.Equal(1, exitCode);
        Assert.Contains("FINDING I1: ", printed, StringComparison.Ordinal);
    }

    private static string Sources(string file) => File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, file));
}

using Mp.Torture.Coverage;

namespace Mp.Testing.Tests.Coverage;

/// <summary>Whether a search that is guided by the code that inputs reach finds what chance does not.</summary>
public sealed class GuidedSearchTests
{
    private const long Inputs = 400_000;

    private static readonly string Folder = Path.GetDirectoryName(typeof(GuidedSearchTests).Assembly.Location)!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void BugBehindEightConditions_IsFound_ByTheGuidedSearch(int seed)
    {
        long found = Search(seed, isGuided: true);

        Assert.InRange(found, 1, Inputs);
        Assert.Equal(found, Search(seed, isGuided: true));
    }

    [Theory]
    [InlineData(1)]
    public void BugBehindEightConditions_IsNotFound_ByChance(int seed)
    {
        long found = Search(seed, isGuided: false);

        Assert.Equal(0, found);
    }

    private static long Search(int seed, bool isGuided)
    {
        WovenAssembly woven = Weaver.Weave(
            typeof(PlantedParser).Assembly.Location,
            new CoverageScope(typeof(PlantedParser).FullName!));
        return new WovenContext(woven, Folder)
            .Call<long>(typeof(PlantedTarget), nameof(PlantedTarget.Search), seed, Inputs, isGuided, woven.Blocks.Length);
    }
}

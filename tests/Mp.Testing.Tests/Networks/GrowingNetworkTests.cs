using Mp.Torture.Growth;

namespace Mp.Testing.Tests.Networks;

public sealed class GrowingNetworkTests
{
    [Theory]
    [InlineData(10, 3)]
    [InlineData(40, 5)]
    public async Task ManyNodes_Agree_WhoeverComesAndGoes(int nodes, int globals)
    {
        GrowthResult result = await GrowingNetwork.PlayAsync(nodes, globals);

        Assert.True(result.HasAgreed);
        Assert.Equal(5, result.Steps.Count);

        // Only global nodes are all connected: a leaf has a connection with each of its two seeds.
        int fewest = (globals * (globals - 1) / 2) + (2 * (nodes - globals));
        Assert.Equal(fewest, result.Steps[^1].Connections);
    }
}

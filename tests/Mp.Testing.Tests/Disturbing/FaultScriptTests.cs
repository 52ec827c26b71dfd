using Mp.Torture.Chaos;

namespace Mp.Testing.Tests.Disturbing;

public sealed class FaultScriptTests
{
    private const int Nodes = 5;

    [Fact]
    public void SameSeed_DrawsTheSame() => Assert.Equal(Draw(7, hasHosts: true), Draw(7, hasHosts: true));

    [Fact]
    public void AnotherSeed_DrawsSomethingElse() => Assert.NotEqual(Draw(7, hasHosts: true), Draw(8, hasHosts: true));

    [Fact]
    public void AllKinds_AreDrawn_OfAllNodes()
    {
        IReadOnlyList<Fault> faults = Draw(1, hasHosts: true);

        Assert.Equal(Enum.GetValues<FaultKind>(), faults.Select(static fault => fault.Kind).Distinct().Order());
        Assert.Equal(Enumerable.Range(0, Nodes), faults.Select(static fault => fault.Node).Distinct().Order());
        Assert.DoesNotContain(faults, static fault => fault.Node == fault.Other);
    }

    [Fact]
    public void WithoutHosts_NoPacketsAreDropped() => Assert.All(
        Draw(1, hasHosts: false),
        static fault => Assert.True(fault.Kind is FaultKind.Kill or FaultKind.Freeze));

    private static IReadOnlyList<Fault> Draw(int seed, bool hasHosts)
    {
        var script = new FaultScript(seed, Nodes, hasHosts);
        return [.. Enumerable.Range(0, 200).Select(_ => script.Next())];
    }
}

using Mp.Mesh;

namespace Mp.Runtime.Tests.Mesh;

/// <summary>How much others may have a node hold, and what of it is no use.</summary>
public sealed class MeshLimitTests
{
    [Fact]
    public void EntriesOfOthers_AreHeldUpToTheLimit_AndThoseThatGoMakeRoom()
    {
        // Where the leaf and the other global node listen, and that the other one has met this one: three.
        var bench = new MeshBench { MaxEntries = 5 };
        MeshBench.BenchNode seed = bench.Add("seed", isGlobal: true);
        MeshBench.BenchNode leaf = bench.Add("leaf", hasSeeds: true);
        bench.Seed("leaf", "seed");
        bench.Run();
        for (int number = 0; number < 10; number++)
        {
            seed.Set("own", $"k{number}", number);
            leaf.Set("leaf", $"k{number}", number);
        }

        bench.Run();
        Assert.Equal(10, seed.Ask("own").Split(' ').Length);
        Assert.Equal("k0=0 k1=1 k2=2 k3=3", seed.Ask("leaf"));
        Assert.Equal(6, seed.RefusedEntries);

        leaf.Set("leaf", "k0", "other");
        leaf.Mesh.Delete("leaf", "k9");
        leaf.Mesh.Delete("leaf", "k1");
        leaf.Set("leaf", "k10", 10);
        bench.Run();
        Assert.Equal("k0=\"other\" k10=10 k2=2 k3=3", seed.Ask("leaf"));
        Assert.Equal(6, seed.RefusedEntries);

        bench.Cut("leaf", "seed");
        MeshBench.BenchNode other = bench.Add("other", isGlobal: true);
        for (int number = 0; number < 10; number++)
        {
            other.Set("other", $"k{number}", number);
        }

        bench.Connect("other", "seed");
        bench.Run();
        Assert.InRange(seed.Ask("other").Split(' ').Length, 1, 5);
        Assert.True(seed.RefusedEntries > 6);
    }

    [Fact]
    public void FamiliesThatOnePeerMonitors_AreLimited()
    {
        var bench = new MeshBench { MaxMonitors = 3 };
        MeshBench.BenchNode seed = bench.Add("seed", isGlobal: true);
        MeshBench.BenchNode leaf = bench.Add("leaf", hasSeeds: true);
        bench.Seed("leaf", "seed");
        List<string>[] told = [.. Enumerable.Range(0, 5).Select(number => leaf.Monitor($"family{number}"))];

        bench.Run();

        Assert.Equal(2, seed.RefusedMonitors);
        Assert.Equal([1, 1, 1, 0, 0], told.Select(static one => one.Count));
    }

    [Fact]
    public void WhatIsNoNodesId_IsNotConnectedWith()
    {
        var bench = new MeshBench();
        MeshBench.BenchNode seed = bench.Add("seed", isGlobal: true);
        MeshBench.BenchNode other = bench.Add("other", isGlobal: true);
        bench.Connect("seed", "other");
        other.Set(Family.Globals, "no node", null);
        other.Set(Family.Globals, "third", null);

        bench.Run();

        Assert.Equal(["other", "third"], seed.Wanted);
    }

    [Fact]
    public void WhatWasSetUnderAFormerId_CanBeDeletedUnderTheNext()
    {
        var bench = new MeshBench();
        MeshBench.BenchNode seed = bench.Add("seed");
        MeshBench.BenchNode leaf = bench.Add("leaf", hasSeeds: true);
        leaf.Set("color", "sky", "blue");
        leaf.Set("color", "sun", "red");
        leaf.Mesh.Begin("leaf@seed", [], hasSeeds: true, isGlobal: false);
        leaf.Mesh.Delete("color", "sky");

        bench.Seed("leaf", "seed");
        bench.Run();
        Assert.Equal("sun=\"red\"", seed.Ask("color"));

        leaf.Mesh.Delete("color", "sun");
        bench.Run();
        Assert.Equal("", seed.Ask("color"));
    }
}

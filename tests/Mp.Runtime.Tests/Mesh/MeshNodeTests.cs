using Mp.Mesh;

namespace Mp.Runtime.Tests.Mesh;

public sealed class MeshNodeTests
{
    private readonly MeshBench _bench = new();

    [Fact]
    public void NodeAlone_ServesItself()
    {
        MeshBench.BenchNode alone = _bench.Add("alone");
        List<string> told = alone.Monitor("color");

        alone.Set("color", "sky", "blue");
        alone.Set("color", "sky", "blue");
        alone.Set("color", "sky", "grey");
        alone.Mesh.Delete("color", "sky");

        Assert.False(alone.Mesh.IsGlobal);
        Assert.Equal("alone=[\"alone:4040\"]", alone.Ask(Family.Listeners));
        Assert.Equal([" + ~ -", "sky=\"blue\" +sky ~ -", "sky=\"grey\" + ~sky -", " + ~ -sky"], told);
    }

    [Fact]
    public void LeafTellsItsSeedWhatItHas_AndTheSeedBecomesGlobal()
    {
        _bench.Add("seed");
        MeshBench.BenchNode leaf = _bench.Add("leaf", hasSeeds: true);
        leaf.Set("color", "sky", "blue");

        _bench.Seed("leaf", "seed");
        _bench.Run();

        Assert.True(_bench["seed"].Mesh.IsGlobal);
        Assert.False(leaf.Mesh.IsGlobal);
        Assert.Equal("seed", leaf.Mesh.Master);
        Assert.Equal("sky=\"blue\"", _bench["seed"].Ask("color"));

        leaf.Set("color", "grass", "green");
        leaf.Mesh.Delete("color", "sky");
        Assert.Equal("grass=\"green\"", leaf.Ask("color"));
    }

    [Fact]
    public void WhatIsAskedBeforeAnySeedIsUp_IsAnsweredThen()
    {
        _bench.Add("seed").Set("color", "sky", "blue");
        MeshBench.BenchNode leaf = _bench.Add("leaf", hasSeeds: true);
        List<string> told = leaf.Monitor("color");
        leaf.Mesh.Find("seed");
        leaf.Mesh.Find("nobody");
        string? keys = null;
        leaf.Mesh.Ask(new FamilyQuestion(MeshRequest.Keys, "color", answer => keys = string.Join(',', answer.Keys)));
        Assert.Empty(told);

        _bench.Seed("leaf", "seed");
        _bench.Run();

        Assert.Equal(["sky=\"blue\" +sky ~ -"], told);
        Assert.Equal("sky", keys);
        Assert.Equal("seed:4040", leaf.FoundAt["seed"]);
        Assert.Equal("", leaf.FoundAt["nobody"]);
    }

    [Fact]
    public void GlobalNodes_AreAllConnected_AndEachHasEverything()
    {
        foreach (string seed in (string[])["s1", "s2", "s3"])
        {
            _bench.Add(seed, hasSeeds: true);
        }

        _bench.Seed("s2", "s1");
        _bench.Seed("s3", "s2");
        _bench.Seed("s1", "s3");
        _bench.Run();
        foreach (string name in (string[])["a", "b", "c"])
        {
            _bench.Add(name, hasSeeds: true).Set("who", name, name);
        }

        _bench.Seed("a", "s1");
        _bench.Seed("b", "s2");
        _bench.Seed("c", "s3");
        _bench.Run();

        foreach (string seed in (string[])["s1", "s2", "s3"])
        {
            Assert.True(_bench[seed].Mesh.IsGlobal);
            Assert.Equal("a=\"a\" b=\"b\" c=\"c\"", _bench[seed].Ask("who"));
        }

        Assert.Equal(["s2", "s3"], _bench["s1"].Wanted);
    }

    [Fact]
    public void GlobalNodes_FindEachOtherThroughOneThatKnowsBoth()
    {
        _bench.Add("s1", isGlobal: true);
        _bench.Add("s2", isGlobal: true);
        _bench.Add("s3", isGlobal: true);

        _bench.Connect("s1", "s2");
        _bench.Connect("s2", "s3");
        _bench.Run();

        Assert.Equal(["s2", "s3"], _bench["s1"].Wanted);
        _bench["s1"].Mesh.Find("s3");
        Assert.Equal("s3:4040", _bench["s1"].FoundAt["s3"]);
    }

    [Fact]
    public void WhenANodeIsLost_WhatItHadIsGoneEverywhere_AndIsThereAgainWhenItIsBack()
    {
        _bench.Add("s1", isGlobal: true);
        _bench.Add("s2", isGlobal: true);
        _bench.Connect("s1", "s2");
        MeshBench.BenchNode leaf = _bench.Add("leaf", hasSeeds: true);
        _bench.Seed("leaf", "s1");
        MeshBench.BenchNode watcher = _bench.Add("watcher", hasSeeds: true);
        _bench.Seed("watcher", "s2");
        List<string> told = watcher.Monitor("color");
        leaf.Set("color", "sky", "blue");
        _bench.Run();

        _bench.Cut("leaf", "s1");
        _bench.Run();
        Assert.Equal("", _bench["s2"].Ask("color"));

        _bench.Connect("leaf", "s1");
        _bench.Run();
        Assert.Equal("sky=\"blue\"", _bench["s2"].Ask("color"));
        string[] expected = [" + ~ -", "sky=\"blue\" +sky ~ -", " + ~ -sky", "sky=\"blue\" +sky ~ -"];
        Assert.Equal(expected, told);
    }

    [Fact]
    public void WhenTheMasterIsLost_AnotherSeedTakesItsPlace_AndMonitorsAreToldOfTheDifferenceOnly()
    {
        foreach (string seed in (string[])["s1", "s2"])
        {
            _bench.Add(seed, isGlobal: true);
        }

        _bench.Connect("s1", "s2");
        _bench["s2"].Set("color", "sky", "blue");
        _bench["s1"].Set("color", "sun", "red");
        MeshBench.BenchNode leaf = _bench.Add("leaf", hasSeeds: true);
        leaf.Set("color", "grass", "green");
        _bench.Seed("leaf", "s1");
        _bench.Seed("leaf", "s2");
        List<string> told = leaf.Monitor("color");
        _bench.Run();
        Assert.Equal("s1", leaf.Mesh.Master);

        _bench["s1"].Wanted.Clear();
        _bench["s2"].Wanted.Clear();
        _bench.Cut("leaf", "s1");
        _bench.Cut("s1", "s2");
        _bench["s2"].Wanted.Clear();
        _bench["s1"].Wanted.Clear();
        _bench.Run();

        Assert.Equal("s2", leaf.Mesh.Master);
        Assert.Equal("grass=\"green\" sky=\"blue\"", _bench["s2"].Ask("color"));
        Assert.Equal("grass=\"green\" sky=\"blue\" + ~ -sun", told[^1]);
    }

    [Fact]
    public void SameKeyOfTwoNodes_TheLastSetIsSeen_AndTheOtherWhenItIsDeleted()
    {
        _bench.Add("s1", isGlobal: true);
        _bench.Add("one", hasSeeds: true);
        _bench.Add("two", hasSeeds: true);
        _bench.Seed("one", "s1");
        _bench.Seed("two", "s1");
        List<string> told = _bench["s1"].Monitor("color");
        _bench["one"].Set("color", "sky", "blue");
        _bench.Run();

        _bench["two"].Set("color", "sky", "grey");
        _bench.Run();
        _bench["two"].Mesh.Delete("color", "sky");
        _bench.Run();

        Assert.Equal(
            [" + ~ -", "sky=\"blue\" +sky ~ -", "sky=\"grey\" + ~sky -", "sky=\"blue\" + ~sky -"],
            told);
    }

    [Fact]
    public void LeafThatBecomesASeed_IsGlobal_AndLeavesItsMaster()
    {
        _bench.Add("s1");
        MeshBench.BenchNode middle = _bench.Add("middle", hasSeeds: true);
        _bench.Seed("middle", "s1");
        middle.Set("who", "middle", null);
        List<string> told = middle.Monitor("who");
        _bench.Run();

        _bench.Add("leaf", hasSeeds: true).Set("who", "leaf", null);
        _bench.Seed("leaf", "middle");
        _bench.Run();

        Assert.True(middle.Mesh.IsGlobal);
        Assert.Null(middle.Mesh.Master);
        Assert.Equal("leaf=null middle=null", _bench["s1"].Ask("who"));
        Assert.Equal("leaf=null middle=null +leaf ~ -", told[^1]);
    }

    [Fact]
    public void WithdrawnMonitors_AreToldNothing_AndTheMasterSendsNothing()
    {
        _bench.Add("s1");
        MeshBench.BenchNode leaf = _bench.Add("leaf", hasSeeds: true);
        _bench.Seed("leaf", "s1");
        int told = 0;
        Action<FamilyChange> monitor = _ => told++;
        leaf.Mesh.AddMonitor("color", monitor);
        _bench.Run();

        leaf.Mesh.RemoveMonitor("color", monitor);
        _bench.Run();
        int delivered = _bench.Delivered;
        _bench["s1"].Set("color", "sky", "blue");
        _bench.Run();

        Assert.Equal(1, told);
        Assert.Equal(delivered, _bench.Delivered);
    }

    [Fact]
    public void AnswersFromAnybodyButTheMaster_AreLeft()
    {
        _bench.Add("s1");
        MeshBench.BenchNode leaf = _bench.Add("leaf", hasSeeds: true);
        _bench.Seed("leaf", "s1");
        _bench.Add("stranger");
        _bench.Connect("stranger", "leaf");
        List<string> told = leaf.Monitor("color");
        _bench.Run();

        leaf.Mesh.Receive("stranger", MeshWriter.Contents("color", Entry("sky", "green")).Single());
        leaf.Mesh.Receive("stranger", MeshWriter.Request(MeshRequest.Update, "color"));
        leaf.Mesh.Receive("nobody", MeshWriter.Request(MeshRequest.Global));

        Assert.Equal([" + ~ -"], told);
    }

    [Fact]
    public void UpdatesOfANodeThatIsNoSlave_AreLeft()
    {
        MeshBench.BenchNode seed = _bench.Add("s1", isGlobal: true);
        _bench.Add("stranger");
        _bench.Connect("stranger", "s1");
        var update = new FamilyUpdate();
        update.Set.Add("sky", FamilyValue.Of("green"));

        seed.Mesh.Receive("stranger", MeshWriter.Update(MeshRequest.Update, "color", update).Single());

        Assert.Equal("", seed.Ask("color"));
    }

    [Fact]
    public void FamilyThatIsTooLargeForOneMessage_IsToldInSeveral()
    {
        const int Count = (3 * MeshWriter.MaxEntries) + 1;
        _bench.Add("s1");
        MeshBench.BenchNode leaf = _bench.Add("leaf", hasSeeds: true);
        for (int number = 0; number < Count; number++)
        {
            leaf.Set("many", $"k{number}", number);
        }

        MeshBench.BenchNode other = _bench.Add("other", isGlobal: true);
        _bench.Connect("s1", "other");
        List<int> counts = [];
        _bench.Seed("leaf", "s1");
        leaf.Mesh.AddMonitor("many", change => counts.Add(change.Contents.Count));
        _bench.Run();

        Assert.Equal(Count, counts[^1]);
        Assert.Equal(Count, other.Ask("many").Count(static character => character == '='));
    }

    private static Dictionary<string, FamilyValue> Entry(string key, string value) =>
        new(StringComparer.Ordinal) { [key] = FamilyValue.Of(value) };
}

using System.Globalization;

namespace Mp.Runtime.Tests.Mesh;

/// <summary>
/// Whatever comes, goes, is set and deleted in whatever order: once all is delivered, all global nodes have the same,
/// which is what the nodes that are there have, and so has whoever monitors it.
/// </summary>
public sealed class MeshConvergenceTests
{
    private const int Runs = 300;
    private const int Steps = 60;

    private static readonly string[] Seeds = ["s1", "s2", "s3"];
    private static readonly string[] Leaves = ["a", "b", "c", "d"];

    [Fact]
    public void WhateverHappens_TheDatabaseAgreesInTheEnd()
    {
        for (int run = 0; run < Runs; run++)
        {
            Play(new Random(run), run);
        }
    }

    private static void Play(Random random, int run)
    {
        var bench = new MeshBench();
        foreach (string seed in Seeds)
        {
            bench.Add(seed, hasSeeds: true);
        }

        foreach (string leaf in Leaves)
        {
            bench.Add(leaf, hasSeeds: true);
        }

        string[] all = [.. Seeds, .. Leaves];
        Dictionary<string, SortedDictionary<string, int>> had = all.ToDictionary(
            static node => node,
            static _ => new SortedDictionary<string, int>(StringComparer.Ordinal));
        var told = new Dictionary<string, FamilyChange>();
        foreach (string node in all)
        {
            bench[node].Mesh.AddMonitor("f", change => told[node] = change);
        }

        for (int step = 0; step < Steps; step++)
        {
            string node = all[random.Next(all.Length)];
            string other = all[random.Next(all.Length)];
            string key = node + random.Next(3).ToString(CultureInfo.InvariantCulture);
            switch (random.Next(6))
            {
                case 0 when node != other:
                    bench.Cut(node, other);
                    break;
                case 1 when node != other:
                    bench.Connect(node, other);
                    break;
                case 2 when node != other && Seeds.Contains(other):
                    bench.Seed(node, other);
                    break;
                case 3:
                    bench[node].Mesh.Delete("f", key);
                    had[node].Remove(key);
                    break;
                case 4:
                    had[node][key] = step;
                    bench[node].Set("f", key, step);
                    break;
                default:
                    bench.Run();
                    break;
            }
        }

        // In the end all seeds are what they are, and every node has one that it is connected with.
        bench.Seed("s2", "s1");
        bench.Seed("s3", "s1");
        bench.Seed("s1", "s2");
        foreach (string leaf in Leaves)
        {
            bench.Seed(leaf, Seeds[random.Next(Seeds.Length)]);
        }

        bench.Run();

        string expected = string.Join(
            ' ',
            had.Values.SelectMany(static part => part)
                .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
                .Select(static entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}={entry.Value}")));
        foreach (string node in all)
        {
            Assert.True(expected == bench[node].Ask("f"), $"run {run}: {node} says {bench[node].Ask("f")}, not {expected}");
            string monitored = string.Join(
                ' ',
                told[node].Contents.OrderBy(static entry => entry.Key, StringComparer.Ordinal)
                    .Select(static entry => $"{entry.Key}={entry.Value}"));
            Assert.True(expected == monitored, $"run {run}: {node} was told of {monitored}, not {expected}");
        }
    }
}

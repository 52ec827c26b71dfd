using Mp.Torture.Coverage;
using Mp.Torture.Searching;

namespace Mp.Testing.Tests.Coverage;

/// <summary>The parser that fails, to be searched.</summary>
internal sealed class PlantedTarget : ICoverageTarget
{
    public IReadOnlyList<byte[]> Seeds { get; } = [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]];

    public IReadOnlyList<byte[]> Tokens { get; } = [[0], [0xff]];

    public int HeaderBytes => 0;

    /// <summary>Searches it, with a woven parser.</summary>
    /// <returns>The number of the input that it fails on, or zero.</returns>
    public static long Search(int seed, long inputs, bool isGuided, int blocks)
    {
        EdgeMap.Begin(blocks);
        var target = new PlantedTarget();
        var search = new GuidedSearch(target, seed, count => count >= inputs, isGuided);
        search.Run(target.Seeds);
        return search.Finding is null ? 0 : search.Inputs;
    }

    public void Repair(InputBuffer input)
    {
        // There is nothing that tells a length.
    }

    public void Warm(Action reads) => reads();

    public void Run(byte[] input)
    {
        if (PlantedParser.Fails(input))
        {
            throw new FindingException("it failed");
        }
    }
}

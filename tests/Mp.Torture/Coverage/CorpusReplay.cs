namespace Mp.Torture.Coverage;

/// <summary>Runs inputs that were kept, and nothing else.</summary>
internal static class CorpusReplay
{
    private const int MaxNamedMethods = 3;

    /// <summary>Runs those of some targets.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="targets">The targets.</param>
    /// <returns>What they reach of the code that these targets are to get through.</returns>
    /// <exception cref="Searching.FindingException">One of them shows an error. So does every other exception.</exception>
    public static ReachedBlocks Run(string folder, params string[] targets)
    {
        WovenAssembly woven = WovenRuntime.Of(targets);
        return new ReachedBlocks(woven.Blocks, WovenRuntime.Load(woven).Call<byte[]>(
            typeof(CorpusReplay), nameof(RunWoven), folder, targets, woven.Blocks.Length));
    }

    /// <summary>Inputs, each with the methods of which it reaches what none before it does.</summary>
    public static IEnumerable<(byte[] Input, string Reaches)> WithRemarks(
        ICoverageTarget target,
        IReadOnlyList<byte[]> inputs,
        string[] blocks)
    {
        EdgeMap.Reached.Clear();
        foreach (byte[] input in inputs)
        {
            byte[] before = EdgeMap.Reached.ToArray();
            target.Run(input);
            byte[] after = EdgeMap.Reached.ToArray();
            string[] methods = [.. blocks.Where((_, block) => after[block] != before[block]).Distinct()];
            string more = methods.Length > MaxNamedMethods ? $" and {methods.Length - MaxNamedMethods} more" : "";
            yield return (input, string.Join(", ", methods.Take(MaxNamedMethods)) + more);
        }
    }

    // Called by its name, where the runtime is the woven one.
    private static byte[] RunWoven(string folder, string[] targets, int blocks)
    {
        EdgeMap.Begin(blocks);
        foreach (string name in targets)
        {
            ICoverageTarget target = CoverageTargets.Create(name);
            IReadOnlyList<byte[]> inputs = CorpusFile.Read(folder, name);
            void RunAll()
            {
                foreach (byte[] input in inputs)
                {
                    target.Run(input);
                }
            }

            target.Warm(RunAll);
            RunAll();
        }

        return EdgeMap.Reached.ToArray();
    }
}

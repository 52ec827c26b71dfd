namespace Mp.Torture.Coverage;

/// <summary>The runtime, with counters in it.</summary>
internal static class WovenRuntime
{
    /// <summary>A copy that counts in the code that some targets are to get through.</summary>
    public static WovenAssembly Of(params IEnumerable<string> targets) =>
        Weaver.Weave(typeof(Node).Assembly.Location, CoverageTargets.ScopeOf(targets));

    /// <summary>Loads it, with everything that it needs.</summary>
    public static WovenContext Load(WovenAssembly woven) =>
        new(woven, Path.GetDirectoryName(typeof(Node).Assembly.Location)!);
}

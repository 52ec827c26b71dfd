namespace Mp.Architecture.Tests;

/// <summary>What breaks a rule, each with its file. A rule that names nobody helps nobody.</summary>
internal static class Offenders
{
    public static void AreNone(string rule, IEnumerable<string> offenders)
    {
        List<string> all = [.. offenders.Distinct(StringComparer.Ordinal)];
        Assert.True(all.Count == 0, $"{rule}\n  {string.Join("\n  ", all)}");
    }
}

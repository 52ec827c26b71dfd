using System.Text.RegularExpressions;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests;

/// <summary>The tests that pages name as what holds a promise are there.</summary>
public sealed partial class DocumentedTestTests
{
    private static readonly IReadOnlyList<string> Tests = Repository.Files("tests", "*.cs");

    [Theory]
    [InlineData("docs/guarantees.md")]
    [InlineData("docs/threat-model.md")]
    public void TestsThatAPageNames_AreThere(string page) => Offenders.AreNone(
        $"{page} names a test that is not there:",
        Named().Matches(Repository.Read(page))
            .Select(match => match.Groups[1].Value)
            .Where(name => !IsThere(name)));

    // "Mp.Runtime.Tests/Links", ".../Links/LinkTests" or ".../Links/LinkTests.End_TakesEveryMonitor"
    private static bool IsThere(string name)
    {
        string path = "tests/" + Abbreviation().Replace(name, match => match.Value == "R/" ? "Mp.Runtime.Tests/" : "Mp.Integration.Tests/");
        int slash = path.LastIndexOf('/');
        string[] last = path[(slash + 1)..].Split('.');
        string file = last[0] == "Mp" ? path : path[..(slash + 1)] + last[0];
        return Tests.Any(test => test.StartsWith(file + "/", StringComparison.Ordinal))
            || (Tests.FirstOrDefault(test => IsFileOf(test, file)) is { } found
                && (last.Length == 1 || Repository.Read(found).Contains($" {last[1]}(", StringComparison.Ordinal)));
    }

    // In this folder or in one below.
    private static bool IsFileOf(string test, string file)
    {
        int slash = file.LastIndexOf('/');
        return test.StartsWith(file[..(slash + 1)], StringComparison.Ordinal)
            && test.EndsWith(file[slash..] + ".cs", StringComparison.Ordinal);
    }

    [GeneratedRegex("`((?:R/|I/|Mp\\.[A-Z]\\w+\\.Tests)[\\w./]*)[^`]*`")]
    private static partial Regex Named();

    [GeneratedRegex("^[RI]/")]
    private static partial Regex Abbreviation();
}

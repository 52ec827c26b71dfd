using System.Text.RegularExpressions;

namespace Mp.Generators.Tests.Documents;

/// <summary>A block of C# in a page.</summary>
/// <param name="Code">What stands there.</param>
/// <param name="Output">The block of text right after it, which says what it prints; empty if there is none.</param>
internal sealed partial record DocumentBlock(string Code, string Output)
{
    /// <summary>Whether it declares types; else it is statements.</summary>
    public bool IsTypes => TypeBeginning().IsMatch(Code);

    public int PartialTypes => Partial().Count(Code);

    public static IReadOnlyList<DocumentBlock> In(string page) =>
        [.. Blocks().Matches(page).Select(static match => new DocumentBlock(match.Groups[1].Value, match.Groups[2].Value))];

    [GeneratedRegex("```csharp\n(.*?)```(?:\\s*```text\n(.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("^(internal|\\[Message|\\[Spawn)")]
    private static partial Regex TypeBeginning();

    [GeneratedRegex("\\bpartial\\b")]
    private static partial Regex Partial();
}

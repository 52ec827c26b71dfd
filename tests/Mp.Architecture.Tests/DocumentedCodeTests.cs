using System.Text.RegularExpressions;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests;

/// <summary>A block of code in a page that names a file is a piece of that file.</summary>
public sealed partial class DocumentedCodeTests
{
    [Fact]
    public void BlocksThatNameAFile_AreInIt()
    {
        (string Page, string File, string Code)[] blocks =
        [
            .. from page in Repository.Files("docs", "*.md")
               from Match block in Blocks().Matches(Repository.Read(page))
               select (page, block.Groups[1].Value, block.Groups[2].Value),
        ];

        Offenders.AreNone(
            "A page shows code that is not in the file that it names:",
            blocks.Where(static block => !Repository.Read(block.File).Contains(block.Code, StringComparison.Ordinal))
                .Select(static block => $"{block.Page}: {block.File}: {block.Code.Trim().Split('\n')[0]}"));
        Assert.True(blocks.Length > 10);
    }

    [GeneratedRegex("```[a-z]+ (samples/\\S+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}

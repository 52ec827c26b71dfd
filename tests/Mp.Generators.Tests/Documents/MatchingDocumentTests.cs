using System.Text.RegularExpressions;

namespace Mp.Generators.Tests.Documents;

/// <summary>The examples of docs/matching.md compile, without a warning.</summary>
public sealed partial class MatchingDocumentTests
{
    [Fact]
    public void Examples_OfTheDocument_Compile()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "matching.md"));
        string[] blocks = [.. Blocks().Matches(text).Select(static match => match.Groups[1].Value)];
        string[] types = [.. blocks.Where(static block => TypeBeginning().IsMatch(block))];
        string[] statements = [.. blocks.Except(types)];

        IReadOnlyDictionary<string, string> generated = GeneratorHarness.Generate($$"""
            using System.Text.RegularExpressions;
            using static Mp.Pattern;

            {{string.Join('\n', types)}}

            internal static class Examples
            {
                public static void Run(Node node, PortId other)
                {
                    {{string.Join('\n', statements)}}
                }
            }
            """);

        Assert.Equal(types.Sum(static block => Partial().Count(block)), generated.Count);
        Assert.NotEmpty(statements);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("^(internal|\\[Message)")]
    private static partial Regex TypeBeginning();

    [GeneratedRegex("\\bpartial\\b")]
    private static partial Regex Partial();
}

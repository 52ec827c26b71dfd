using Mp.TestKit;

namespace Mp.Generators.Tests.Documents;

/// <summary>The examples of docs/matching.md compile, without a warning, and print what the page says.</summary>
public sealed class MatchingDocumentTests
{
    private static readonly IReadOnlyList<DocumentBlock> Blocks =
        DocumentBlock.In(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "matching.md")));

    private static readonly DocumentBlock[] Types = [.. Blocks.Where(static block => block.IsTypes)];

    private static readonly DocumentBlock[] Statements = [.. Blocks.Where(static block => !block.IsTypes)];

    [Fact]
    public void Types_OfTheDocument_AreAllGeneratedFor() => Assert.Equal(
        Types.Sum(static block => block.PartialTypes),
        GeneratorHarness.Generate(Source()).Count);

    [Fact]
    public async Task Examples_OfTheDocument_PrintWhatItSays()
    {
        var scheduler = new ManualScheduler();
        await using Node node = await Node.StartAsync(new NodeOptions { Scheduler = scheduler });
        Type examples = GeneratorHarness.Load(Source()).GetType("Examples")!;
        var printed = (StringWriter)examples.GetField("Printed")!.GetValue(null)!;
        var run = (IEnumerable<int>)examples.GetMethod("Run")!.Invoke(null, [node, node.CreatePort()])!;

        int block = 0;
        foreach (int _ in run)
        {
            scheduler.RunUntilIdle();

            Assert.Equal(Statements[block].Output, printed.ToString());
            printed.GetStringBuilder().Clear();
            block++;
        }

        Assert.Equal(Statements.Length, block);
        Assert.True(Statements.Count(static example => example.Output.Length > 0) > 5);
    }

    // The statements share their variables, and a port that shows what it gets. After each block of them the test lets the ports run.
    private static string Source() => $$"""
        using System.IO;
        using System.Text.RegularExpressions;
        using static Mp.Pattern;

        {{string.Join('\n', Types.Select(static block => block.Code))}}

        public static class Examples
        {
            public static readonly StringWriter Printed = new() { NewLine = "\n" };

            public static IEnumerable<int> Run(Node node, BarePort stranger)
            {
                int block = 0;
                PortId other = stranger.Self;
                stranger.Rcv([], static message => Console.WriteLine($"other got {message}"));
                {{string.Join("\nyield return block++;\n", Statements.Select(static block => block.Code))}}
                yield return block;
            }
        }

        internal static class Console
        {
            public static void WriteLine(object? value) => Examples.Printed.WriteLine(value);
        }
        """;
}

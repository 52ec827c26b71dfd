using Mp.TestKit;

namespace Mp.Generators.Tests.Documents;

/// <summary>The programs of pages compile, without a warning, and print what the pages say.</summary>
/// <remarks>A block that declares types is for the whole page; each other block is a program of its own.</remarks>
public sealed class DocumentProgramsTests
{
    [Theory]
    [InlineData("tutorial.md", 5)]
    [InlineData("network.md", 0)]
    [InlineData("coming-from-anyevent-mp.md", 0)]
    public async Task Programs_OfThePage_PrintWhatItSays(string page, int printing)
    {
        DocumentBlock[] blocks =
            [.. DocumentBlock.In(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", page)))];
        DocumentBlock[] programs = [.. blocks.Where(static block => !block.IsTypes)];
        Type compiled = GeneratorHarness.Load(Source(blocks.Where(static block => block.IsTypes), programs))
            .GetType("Programs")!;
        var printed = (StringWriter)compiled.GetField("Printed")!.GetValue(null)!;

        // Those that print nothing here want other processes, or a person.
        (DocumentBlock Program, int Number)[] ending =
            [.. programs.Index().Where(static one => one.Item.Output.Length > 0).Select(static one => (one.Item, one.Index))];
        foreach ((DocumentBlock program, int number) in ending)
        {
            await ((Task)compiled.GetMethod($"Program{number}")!.Invoke(null, [null])!).Bounded();

            Assert.Equal(program.Output, printed.ToString());
            printed.GetStringBuilder().Clear();
        }

        Assert.NotEmpty(programs);
        Assert.Equal(printing, ending.Length);
    }

    private static string Source(IEnumerable<DocumentBlock> types, IEnumerable<DocumentBlock> programs) => $$"""
        using System.IO;
        using static Mp.Pattern;

        {{string.Join('\n', types.Select(static block => block.Code))}}

        public static class Programs
        {
            public static readonly StringWriter Printed = new() { NewLine = "\n" };

            {{string.Join('\n', programs.Select(Program))}}
        }

        internal static class Console
        {
            public static void WriteLine(object? value) => Programs.Printed.WriteLine(value);

            public static string? ReadLine() => null;
        }
        """;

    private static string Program(DocumentBlock block, int number)
    {
        bool startsANode = block.Code.Contains("Node node =", StringComparison.Ordinal);
        return $$"""
            public static async Task Program{{number}}(Node started)
            {
                await Task.Yield();
                {{(startsANode ? "" : "Node node = started;")}}
                {{block.Code}}
            }
            """;
    }
}

using System.Reflection;
using Mp.TestKit.Patterns;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>Whatever the patterns and the messages: generated tables run the handlers that the rules say.</summary>
public sealed class RandomPatternTests
{
    private const int FirstSeed = 20_260_201;
    private const int ClassesInABatch = 12;
    private const int CasesOfAClass = 170;

    [Fact]
    public void GeneratedTables_OfAnyPatterns_RunWhatTheRulesAndAddedHandlersDo()
    {
        int batches = Math.Max(1, PropertyCases.Count / (ClassesInABatch * CasesOfAClass));
        for (int batch = 0; batch < batches; batch++)
        {
            var random = new RandomPatterns(new Random(FirstSeed + batch));
            IReadOnlyList<HandlerCase>[] classes =
                [.. Enumerable.Range(0, ClassesInABatch).Select(index => random.NextHandlers(MostHandlersOf(index)))];
            Assembly assembly = GeneratorHarness.Load(string.Join('\n', classes.Select(SourceOf)));
            for (int index = 0; index < classes.Length; index++)
            {
                Type type = assembly.GetType($"Receiver{index}")!;
                for (int count = 0; count < CasesOfAClass; count++)
                {
                    AssertAgrees(batch, type, classes[index], random.NextMessages(3, classes[index]));
                }
            }
        }
    }

    private static void AssertAgrees(
        int batch,
        Type type,
        IReadOnlyList<HandlerCase> handlers,
        IReadOnlyList<object?[]> messages)
    {
        IReadOnlyList<int[]> expected = NaiveMatcher.Run(handlers, messages);
        foreach (MessageForm form in Enum.GetValues<MessageForm>())
        {
            var run = new PatternRun();
            IReadOnlyList<int[]> generated = run.Of((Port)Activator.CreateInstance(type, run)!, messages, form);
            IReadOnlyList<int[]> added = PatternRun.OfAdded(handlers, messages, form);
            for (int index = 0; index < messages.Count; index++)
            {
                Assert.True(
                    expected[index].SequenceEqual(generated[index]) && expected[index].SequenceEqual(added[index]),
                    $"Batch {batch}, {type.Name}, {form}: "
                    + $"[{string.Join(", ", messages[index].Select(RandomPatterns.Describe))}] ran "
                    + $"{string.Join(' ', generated[index])}, added {string.Join(' ', added[index])}, "
                    + $"not {string.Join(' ', expected[index])}, of\n"
                    + string.Join('\n', handlers.Select((handler, number) => $"{number}: {handler}")));
            }
        }
    }

    // Few tags are compared, many are looked up: both have to be tried.
    private static int MostHandlersOf(int index) => index % 3 == 0 ? 30 : 8;

    private static string SourceOf(IReadOnlyList<HandlerCase> handlers, int number) => $$"""
        public partial class Receiver{{number}}(Mp.TestKit.Patterns.PatternRun run) : Port
        {
        {{string.Concat(handlers.Select(static (handler, index) =>
            PatternSource.Declare(handler, $"Handler{index}", $"run.Note({index});")))}}
        }
        """;
}

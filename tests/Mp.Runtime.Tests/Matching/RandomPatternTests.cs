using Mp.TestKit.Patterns;

namespace Mp.Runtime.Tests.Matching;

/// <summary>Whatever the patterns and the messages: all ways of matching agree.</summary>
public sealed class RandomPatternTests
{
    private const int FirstSeed = 20_260_101;

    [Fact]
    public void AddedHandlers_OfAnyPatterns_RunAsTheRulesSay_InMemoryAndOnTheWire()
    {
        int matched = 0;
        for (int number = 0; number < PropertyCases.Count; number++)
        {
            var random = new RandomPatterns(new Random(FirstSeed + number));
            IReadOnlyList<HandlerCase> handlers = random.NextHandlers(most: 6);
            IReadOnlyList<object?[]> messages = random.NextMessages(4, handlers);
            IReadOnlyList<int[]> expected = NaiveMatcher.Run(handlers, messages);
            matched += expected.Count(ran => ran.Length > 0);

            foreach (MessageForm form in Enum.GetValues<MessageForm>())
            {
                IReadOnlyList<int[]> ran = PatternRun.OfAdded(handlers, messages, form);
                Assert.True(
                    expected.Zip(ran).All(pair => pair.First.SequenceEqual(pair.Second)),
                    Explain(number, form, handlers, messages, expected, ran));
            }
        }

        // Else the property would say little.
        Assert.InRange((double)matched / (4 * PropertyCases.Count), 0.3, 0.9);
    }

    private static string Explain(
        int number,
        MessageForm form,
        IReadOnlyList<HandlerCase> handlers,
        IReadOnlyList<object?[]> messages,
        IReadOnlyList<int[]> expected,
        IReadOnlyList<int[]> ran) => string.Join('\n',
        [
            $"Case {number}, {form}:",
            .. handlers.Select((handler, index) => $"  {index}: {handler}"),
            .. messages.Select((message, index) =>
                $"  [{string.Join(", ", message.Select(RandomPatterns.Describe))}] "
                + $"ran {string.Join(' ', ran[index])}, not {string.Join(' ', expected[index])}"),
        ]);
}

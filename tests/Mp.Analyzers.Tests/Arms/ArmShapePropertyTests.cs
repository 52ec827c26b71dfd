using Microsoft.CodeAnalysis;
using Mp.Generators.Arms;
using Mp.Generators.Model;
using Mp.Generators.Parsing;
using Mp.TestKit.Patterns;

namespace Mp.Analyzers.Tests.Arms;

/// <summary>What is thought of handlers holds for every message that the rules of matching decide on.</summary>
public sealed class ArmShapePropertyTests
{
    private const int Seed = 20_260_307;
    private const int HandlersOfAClass = 40;
    private const int MessagesOfAHandler = 10;

    [Fact]
    public void Covers_OfAnyHandlers_HoldsForEveryMessage()
    {
        int covered = 0;
        foreach ((HandlerCase handler, ArmShape shape, HandlerCase other, ArmShape otherShape, RandomPatterns random)
            in Pairs())
        {
            if (!shape.Covers(otherShape))
            {
                continue;
            }

            foreach (object?[] message in random.NextMessages(MessagesOfAHandler, [other]))
            {
                bool isCounterexample = Matches(other, message) && !Matches(handler, message);

                Assert.False(isCounterexample, $"{handler} does not cover {other}: {Describe(message)}");
                covered++;
            }
        }

        Assert.True(covered > PropertyCases.Count / 10, $"Only {covered} messages were looked at.");
    }

    [Fact]
    public void Overlaps_OfAnyElements_HoldsForEveryElementThatIsInBoth()
    {
        int shared = 0;
        foreach ((HandlerCase handler, ArmShape shape, HandlerCase other, ArmShape otherShape, RandomPatterns random)
            in Pairs())
        {
            foreach (object?[] message in random.NextMessages(3, [other]))
            {
                if (!Matches(handler, message) || !Matches(other, message))
                {
                    continue;
                }

                shared++;
                for (int position = 0; position < message.Length; position++)
                {
                    bool overlaps = shape.At(position).Overlaps(otherShape.At(position));

                    Assert.True(overlaps, $"{handler} and {other} both match {Describe(message)} at {position}");
                }
            }
        }

        Assert.True(shared > PropertyCases.Count / 10, $"Only {shared} messages were looked at.");
    }

    [Fact]
    public void IsSameAs_OfAnyHandlerAndItself_IsTrue() =>
        Assert.All(Pairs(), static pair => Assert.True(pair.Shape.IsSameAs(pair.Shape)));

    private static IEnumerable<(
        HandlerCase Handler, ArmShape Shape, HandlerCase Other, ArmShape OtherShape, RandomPatterns Random)> Pairs()
    {
        int classes = 1 + (PropertyCases.Count / (HandlersOfAClass * HandlersOfAClass));
        for (int number = 0; number < classes; number++)
        {
            var random = new RandomPatterns(new Random(Seed + number));
            HandlerCase[] handlers =
                [.. Enumerable.Range(0, HandlersOfAClass).SelectMany(_ => random.NextHandlers(most: 1))];
            ArmShape[] shapes = ShapesOf(handlers);
            for (int one = 0; one < handlers.Length; one++)
            {
                for (int other = 0; other < handlers.Length; other++)
                {
                    yield return (handlers[one], shapes[one], handlers[other], shapes[other], random);
                }
            }
        }
    }

    private static ArmShape[] ShapesOf(HandlerCase[] handlers)
    {
        IEnumerable<string> methods = handlers.Select(static (handler, index) =>
            PatternSource.Declare(handler, $"Handler{index}", ""));
        Compilation compilation = AnalyzerHarness.Compile(
            $"partial class Subject : Port {{ {string.Concat(methods)} }}");
        PortModel model = PortParser.Parse(
            compilation.GetTypeByMetadataName("Subject")!,
            compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute)!,
            report: null,
            CancellationToken.None)!;
        return [.. model.Handlers.Select(ArmShape.Of)];
    }

    private static bool Matches(HandlerCase handler, object?[] message) =>
        NaiveMatcher.Run([handler], [message])[0].Length > 0;

    private static string Describe(object?[] message) =>
        $"[{string.Join(", ", message.Select(RandomPatterns.Describe))}]";
}

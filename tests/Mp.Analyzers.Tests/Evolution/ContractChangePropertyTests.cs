using Microsoft.CodeAnalysis;
using Mp.Analyzers.Evolution;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;
using Mp.Generators.Tests.Contracts;
using Mp.TestKit.Patterns;

namespace Mp.Analyzers.Tests.Evolution;

/// <summary>What is thought of changes holds for any contracts, and every message that the rules decide on.</summary>
public sealed class ContractChangePropertyTests
{
    private const int Seed = 20_260_411;
    private const int HandlersOfAClass = 60;
    private const int MessagesOfAHandler = 5;

    [Fact]
    public void AnyContracts_AndThemselves_HaveNoChange()
    {
        foreach (ContractDocument document in Documents())
        {
            IReadOnlyList<ContractChange> changes = ContractText.ChangesOf(document, document, document);

            Assert.True(changes.Count == 0, $"{string.Join('\n', changes)}\n{ContractWriter.Write(document)}");
        }
    }

    [Fact]
    public void AnyContracts_AfterNothing_BreakNobody() => Assert.All(
        Documents().SelectMany(static document =>
            ContractText.ChangesOf(ContractDocument.Empty, document, ContractDocument.Empty)),
        static change => Assert.Equal(ContractChangeKind.Growth, change.Kind));

    [Fact]
    public void AnyFile_ThatWasUpdated_SaysWhatIsNow()
    {
        ContractDocument was = ContractDocument.Empty;
        foreach (ContractDocument now in Documents())
        {
            string commented = ContractWriter.Write(was).Replace("\n", "\n# why\n", StringComparison.Ordinal);

            ContractDocument read = ContractText.Read(ContractFileText.Update(commented, now));

            Assert.Empty(ContractText.ChangesOf(read, now, now));
            was = now;
        }
    }

    [Fact]
    public void AnyHandler_ThatTakesAnothersPlace_AndBreaksNobody_MatchesAllThatTheOtherWasWrittenFor()
    {
        int looked = 0;
        int classes = 1 + (PropertyCases.Count / (HandlersOfAClass * HandlersOfAClass));
        for (int number = 0; number < classes; number++)
        {
            var random = new RandomPatterns(new Random(Seed + number));
            HandlerCase[] handlers =
                [.. Enumerable.Range(0, HandlersOfAClass).SelectMany(_ => random.NextHandlers(most: 1))];
            ArmContract[] arms = ArmsOf(handlers);
            foreach ((int was, int now) in Pairs(handlers.Length))
            {
                if (!ArmCover.Takes(arms[now], arms[was]))
                {
                    continue;
                }

                foreach (object?[] message in random.NextMessages(MessagesOfAHandler, [handlers[was]]))
                {
                    bool isMeant = message.Length <= arms[was].Elements.Count && Matches(handlers[was], message);

                    Assert.False(
                        isMeant && !Matches(handlers[now], message),
                        $"{handlers[now]} instead of {handlers[was]}: {Describe(message)}");
                    looked += isMeant && was != now ? 1 : 0;
                }
            }
        }

        Assert.True(looked > PropertyCases.Count / 20, $"Only {looked} messages were looked at.");
    }

    private static IEnumerable<ContractDocument> Documents()
    {
        var contracts = new RandomContracts(new Random(Seed));
        return Enumerable.Range(0, PropertyCases.Count).Select(_ => Possible(contracts.NextDocument()));
    }

    // Those that sources can have: a message has one list, and no two members have one key or one name.
    private static ContractDocument Possible(ContractDocument document) => new()
    {
        Ports = document.Ports
            .Select(static port => port.Kind == ContractKind.Message
                ? port with { Arms = port.Arms.Take(1).ToEquatableArray() }
                : port)
            .ToEquatableArray(),
        Payloads = document.Payloads
            .Select(static payload => payload with
            {
                Members = payload.Members
                    .DistinctBy(static member => member.Key)
                    .DistinctBy(static member => member.Name.Length > 0 ? member.Name : member.Key)
                    .ToEquatableArray(),
            })
            .ToEquatableArray(),
    };

    private static IEnumerable<(int Was, int Now)> Pairs(int count) =>
        from was in Enumerable.Range(0, count)
        from now in Enumerable.Range(0, count)
        select (was, now);

    private static ArmContract[] ArmsOf(HandlerCase[] handlers)
    {
        IEnumerable<string> methods = handlers.Select(static (handler, index) =>
            PatternSource.Declare(handler, $"Handler{index}", ""));
        Compilation compilation = AnalyzerHarness.Compile(
            $"partial class Subject : Port {{ {string.Concat(methods)} }}");
        PortContract contract = ContractParser.Parse(
            compilation.GetTypeByMetadataName("Subject")!,
            compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute)!,
            CancellationToken.None)!;
        Assert.Equal(handlers.Length, contract.Arms.Count);
        return [.. contract.Arms];
    }

    private static string Describe(object?[] message) =>
        $"[{string.Join(", ", message.Select(RandomPatterns.Describe))}]";

    private static bool Matches(HandlerCase handler, object?[] message) =>
        NaiveMatcher.Run([handler], [message])[0].Length > 0;
}

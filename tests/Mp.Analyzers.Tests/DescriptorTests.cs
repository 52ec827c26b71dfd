using Mp.Generators.Parsing;

namespace Mp.Analyzers.Tests;

/// <summary>What must be there for every diagnostic.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public void EveryProblem_HasOneDiagnostic()
    {
        IEnumerable<ProblemKind> known = Descriptors.Ports.Keys.Concat(Descriptors.Payloads.Keys);

        Assert.Equal(Enum.GetValues<ProblemKind>().Order(), known.Order());
        Assert.Distinct(Descriptors.Ports.Values.Concat(Descriptors.Payloads.Values).Select(static rule => rule.Id));
    }

    [Fact]
    public void EveryTypeThatTheParserLooksFor_IsInTheRuntime() => Assert.All(
        new[]
        {
            KnownTypes.RcvAttribute,
            KnownTypes.RcvUnmatchedAttribute,
            KnownTypes.PayloadAttribute,
            KnownTypes.Port,
            KnownTypes.PortId,
            KnownTypes.TypedPortId,
            KnownTypes.Message,
            KnownTypes.Pattern,
        },
        static name => Assert.NotNull(typeof(Port).Assembly.GetType(name)));
}

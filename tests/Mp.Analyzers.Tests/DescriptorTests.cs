using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Tests;

/// <summary>What must be there for every diagnostic.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public void EveryProblem_HasOneDiagnostic()
    {
        KeyValuePair<ProblemKind, DiagnosticDescriptor>[] known =
            [
                .. Descriptors.Ports,
                .. PayloadDescriptors.Payloads,
                .. MessageDescriptors.Messages,
                .. SpawnDescriptors.Spawns,
            ];

        // What is wrong with a codec that is written by hand, is so with members and with parameters.
        known = [.. known.Distinct()];
        Assert.Equal(Enum.GetValues<ProblemKind>().Order(), known.Select(static pair => pair.Key).Order());
        Assert.Distinct(known.Select(static pair => pair.Value.Id));
    }

    [Fact]
    public void EveryTypeThatTheParserLooksFor_IsInTheRuntime() => Assert.All(
        new[]
        {
            KnownTypes.RcvAttribute,
            KnownTypes.RcvUnmatchedAttribute,
            KnownTypes.SpawnAttribute,
            KnownTypes.PayloadAttribute,
            KnownTypes.MessageAttribute,
            KnownTypes.TypedMessage,
            KnownTypes.Port,
            KnownTypes.PortId,
            KnownTypes.TypedPortId,
            KnownTypes.Message,
            KnownTypes.Pattern,
        },
        static name => Assert.NotNull(typeof(Port).Assembly.GetType(name)));
}

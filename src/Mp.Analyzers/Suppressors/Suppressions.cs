using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Suppressors;

/// <summary>What is silenced on handlers. Ids are never reused or renumbered.</summary>
internal static class Suppressions
{
    private const string IsCalled = "The match table that is generated for the port calls the handler.";
    private const string IsPattern = "The parameters of a handler are part of its pattern, used or not.";
    private const string IsOfPort = "A handler belongs to its port, whether or not it uses what the port has.";
    private const string IsInTurn = "What a handler awaits must go on in the turn of its port.";
    private const string IsNamedFreely = "Nobody calls a handler, so nobody must see by its name what it returns.";

    public static readonly ImmutableArray<SuppressionDescriptor> All =
    [
        new("MPS0001", "IDE0051", IsCalled),
        new("MPS0002", "CA1811", IsCalled),
        new("MPS0003", "RCS1213", IsCalled),
        new("MPS0004", "S1144", IsCalled),
        new("MPS0011", "IDE0060", IsPattern),
        new("MPS0012", "CA1801", IsPattern),
        new("MPS0013", "RCS1163", IsPattern),
        new("MPS0014", "S1172", IsPattern),
        new("MPS0021", "CA1822", IsOfPort),
        new("MPS0022", "MA0038", IsOfPort),
        new("MPS0023", "S2325", IsOfPort),
        new("MPS0031", "CA2007", IsInTurn),
        new("MPS0032", "MA0004", IsInTurn),
        new("MPS0033", "VSTHRD111", IsInTurn),
        new("MPS0034", "RCS1090", IsInTurn),
        new("MPS0041", "VSTHRD200", IsNamedFreely),
        new("MPS0042", "RCS1046", IsNamedFreely),
        new("MPS0043", "MA0137", IsNamedFreely),
    ];
}

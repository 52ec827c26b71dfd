using Mp.Generators.Collections;

namespace Mp.Generators.Contracts;

/// <summary>What the ports of an assembly receive, and how its payloads travel.</summary>
internal sealed record ContractDocument
{
    /// <summary>A document of nothing.</summary>
    public static readonly ContractDocument Empty = new() { Ports = default, Payloads = default };

    /// <summary>The ports, in the order of their names.</summary>
    public required EquatableArray<PortContract> Ports { get; init; }

    /// <summary>The payloads, in the order of their names.</summary>
    public required EquatableArray<PayloadContract> Payloads { get; init; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Ports.Count + Payloads.Count == 0;

    /// <summary>Puts parts together, in whatever order they come: several may be of one port.</summary>
    public static ContractDocument Of(IEnumerable<PortContract> ports, IEnumerable<PayloadContract> payloads) => new()
    {
        Ports = ports
            .GroupBy(static port => port.Name, StringComparer.Ordinal)
            .OrderBy(static parts => parts.Key, StringComparer.Ordinal)
            .Select(Merge)
            .ToEquatableArray(),
        Payloads = payloads
            .GroupBy(static payload => payload.Name, StringComparer.Ordinal)
            .OrderBy(static parts => parts.Key, StringComparer.Ordinal)
            .Select(static parts => parts.First())
            .ToEquatableArray(),
    };

    // The handlers that are added come from all over the sources: their order means nothing, so they get one.
    private static PortContract Merge(IEnumerable<PortContract> parts)
    {
        PortContract[] all = [.. parts];
        IEnumerable<ArmContract> arms = all.SelectMany(static part => part.Arms);
        return all[0] with
        {
            Base = all.Select(static part => part.Base).FirstOrDefault(static name => name.Length > 0) ?? "",
            ReceivesUnmatched = all.Any(static part => part.ReceivesUnmatched),
            IsOpen = all.Any(static part => part.IsOpen),
            Arms = arms
                .Where(static arm => !arm.IsAdded)
                .Concat(arms
                    .Where(static arm => arm.IsAdded)
                    .Distinct()
                    .OrderBy(static arm => arm.Tag, StringComparer.Ordinal))
                .ToEquatableArray(),
        };
    }
}

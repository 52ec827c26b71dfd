using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>
/// What has changed in the contracts of an assembly, and what that means for a peer that was built before. Nothing but
/// the two documents is looked at.
/// </summary>
/// <param name="was">The contracts as they were.</param>
/// <param name="now">The contracts as they are.</param>
/// <param name="findElsewhere">Finds port classes of other assemblies, for base classes; nothing if unknown.</param>
internal sealed class ContractComparison(
    ContractDocument was,
    ContractDocument now,
    Func<string, PortContract?> findElsewhere)
{
    /// <summary>All changes, in the order of their entries; those of one entry that break peers come first.</summary>
    public IReadOnlyList<ContractChange> Changes() =>
    [
        .. was.Ports.SelectMany(ComparePort)
            .Concat(was.Payloads.SelectMany(ComparePayload))
            .Concat(now.Ports.Where(port => Find(was, port.Name) is null).Select(NewPort))
            .Concat(now.Payloads.Where(payload => FindPayload(was, payload.Name) is null).Select(NewPayload))
            .OrderBy(static change => change.Entry, StringComparer.Ordinal),
    ];

    private IEnumerable<ContractChange> ComparePort(PortContract before)
    {
        ContractChangeKind kind = KindOfLoss(before);
        if (Find(now, before.Name) is not { } present)
        {
            return [new ContractChange(kind, before.Name, $"The {NameOf(before.Kind)} '{before.Name}' is gone")];
        }

        if (before.Kind != present.Kind)
        {
            string text = $"'{before.Name}' was '{NameOf(before.Kind)}', and is '{NameOf(present.Kind)}'";
            return [new ContractChange(kind, before.Name, text)];
        }

        return before.Kind == ContractKind.Message
            ? new MessageComparison(before, present).Changes()
            : new PortComparison(
                new PortFamily(before, name => Find(was, name) ?? findElsewhere(name)),
                new PortFamily(present, name => Find(now, name) ?? findElsewhere(name))).Changes();
    }

    private IEnumerable<ContractChange> ComparePayload(PayloadContract before) =>
        FindPayload(now, before.Name) is { } present
            ? new PayloadComparison(before, present).Changes()
            : [new ContractChange(ContractChangeKind.BrokenShape, before.Name, $"The payload '{before.Name}' is gone")];

    private static ContractChange NewPort(PortContract port) =>
        new(ContractChangeKind.Growth, port.Name, $"The {NameOf(port.Kind)} '{port.Name}' is new");

    private static ContractChange NewPayload(PayloadContract payload) =>
        new(ContractChangeKind.Growth, payload.Name, $"The payload '{payload.Name}' is new");

    // Where nothing is known to be received, nothing is lost.
    private static ContractChangeKind KindOfLoss(PortContract before) =>
        before.Kind == ContractKind.Message ? ContractChangeKind.BrokenShape
        : before.Arms.Count == 0 && !before.ReceivesUnmatched ? ContractChangeKind.Growth
        : ContractChangeKind.LostArm;

    private static PortContract? Find(ContractDocument document, string name) =>
        document.Ports.FirstOrDefault(port => string.Equals(port.Name, name, StringComparison.Ordinal));

    private static PayloadContract? FindPayload(ContractDocument document, string name) =>
        document.Payloads.FirstOrDefault(payload => string.Equals(payload.Name, name, StringComparison.Ordinal));

    private static string NameOf(ContractKind kind) => ContractKeywords.Entries[(int)kind];
}

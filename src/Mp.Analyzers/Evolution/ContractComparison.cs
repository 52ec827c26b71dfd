using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>
/// What has changed in the contracts of an assembly, and what that means for a peer that was built before. Nothing but
/// the two documents is looked at.
/// </summary>
internal sealed class ContractComparison
{
    private readonly ContractRenames _renames;
    private readonly ContractDocument _was;
    private readonly ContractDocument _now;
    private readonly Func<string, PortContract?> _findElsewhere;

    /// <summary>Of these documents.</summary>
    /// <param name="was">The contracts as they were.</param>
    /// <param name="now">The contracts as they are.</param>
    /// <param name="findElsewhere">Finds classes of other assemblies, for base classes; nothing if unknown.</param>
    public ContractComparison(
        ContractDocument was,
        ContractDocument now,
        Func<string, PortContract?> findElsewhere)
    {
        _renames = ContractRenames.Between(was, now);
        (_was, _now, _findElsewhere) = (_renames.Was, now, findElsewhere);
    }

    /// <summary>All changes, in the order of their entries.</summary>
    public IReadOnlyList<ContractChange> Changes() =>
    [
        .. _was.Ports.SelectMany(ComparePort)
            .Concat(_was.Payloads.SelectMany(ComparePayload))
            .Concat(_renames.Changes)
            .Concat(_now.Ports.Where(port => Find(_was, port.Name) is null).Select(NewPort))
            .Concat(_now.Payloads.Where(payload => FindPayload(_was, payload.Name) is null).Select(NewPayload))
            .OrderBy(static change => change.Entry, StringComparer.Ordinal),
    ];

    private IEnumerable<ContractChange> ComparePort(PortContract before)
    {
        ContractChangeKind kind = KindOfLoss(before);
        if (Find(_now, before.Name) is not { } present)
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
                new PortFamily(before, name => Find(_was, name) ?? _findElsewhere(name)),
                new PortFamily(present, name => Find(_now, name) ?? _findElsewhere(name))).Changes();
    }

    private IEnumerable<ContractChange> ComparePayload(PayloadContract before) =>
        FindPayload(_now, before.Name) is { } present
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

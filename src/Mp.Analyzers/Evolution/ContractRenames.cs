using Mp.Generators.Collections;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>
/// Types that have another name than before, and are otherwise what they were. Names of types do not travel: no peer
/// can tell.
/// </summary>
internal sealed class ContractRenames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private ContractRenames(ContractDocument was) => Was = was;

    /// <summary>The contracts as they were, by the names of now.</summary>
    public ContractDocument Was { get; private set; }

    /// <summary>What to say of each.</summary>
    public IEnumerable<ContractChange> Changes => _names.Select(static name =>
        new ContractChange(ContractChangeKind.Growth, name.Value, $"'{name.Value}' was '{name.Key}'"));

    /// <summary>Finds them: entries that have gone, and are found again among those that are new.</summary>
    public static ContractRenames Between(ContractDocument was, ContractDocument now)
    {
        var renames = new ContractRenames(was);

        // One more renamed type may be what another one is found again by.
        while (renames.FindNext(now) is { } found)
        {
            renames._names.Add(found.From, found.To);
            renames.Was = Rename(renames.Was, found.From, found.To);
        }

        return renames;
    }

    /// <summary>The name of now of a type by its name of then.</summary>
    public string Follow(string name) => _names.TryGetValue(name, out string? renamed) ? renamed : name;

    private (string From, string To)? FindNext(ContractDocument now)
    {
        HashSet<string> old = NamesOf(Was);
        HashSet<string> present = NamesOf(now);
        IEnumerable<(string From, string To)> ports =
            from port in Was.Ports
            where !present.Contains(port.Name)
            from other in now.Ports
            where !old.Contains(other.Name) && IsSame(Rename(port, port.Name, other.Name), other)
            select (port.Name, other.Name);
        IEnumerable<(string From, string To)> payloads =
            from payload in Was.Payloads
            where !present.Contains(payload.Name)
            from other in now.Payloads
            where !old.Contains(other.Name) && IsSame(Rename(payload, payload.Name, other.Name), other)
            select (payload.Name, other.Name);
        return ports.Concat(payloads).Select(static pair => ((string, string)?)pair).FirstOrDefault();
    }

    private static HashSet<string> NamesOf(ContractDocument document) => new(
        document.Ports.Select(static port => port.Name).Concat(document.Payloads.Select(static one => one.Name)),
        StringComparer.Ordinal);

    // A message is known by its tag, whatever else has changed; a port that receives nothing, by nothing.
    private static bool IsSame(PortContract was, PortContract now) =>
        was.Kind == now.Kind
        && was.Arms.Count > 0
        && (was.Kind == ContractKind.Message
            ? now.Arms.Count > 0 && ArmCover.IsForTagOf(now.Arms[0], was.Arms[0])
            : was.ReceivesUnmatched == now.ReceivesUnmatched
                && string.Equals(was.Base, now.Base, StringComparison.Ordinal)
                && was.Arms.All(arm => now.Arms.Any(other => ArmCover.IsSame(other, arm)))
                && now.Arms.All(arm => was.Arms.Any(other => ArmCover.IsSame(arm, other))));

    private static bool IsSame(PayloadContract was, PayloadContract now) =>
        was.Members.Count > 0 && !new PayloadComparison(was, now).Changes().Any();

    private static ContractDocument Rename(ContractDocument document, string from, string to) => ContractDocument.Of(
        document.Ports.Select(port => Rename(port, from, to)),
        document.Payloads.Select(payload => Rename(payload, from, to)));

    private static PortContract Rename(PortContract port, string from, string to) => port with
    {
        Name = Rename(port.Name, from, to),
        Base = Rename(port.Base, from, to),
        Arms = port.Arms
            .Select(arm => arm with
            {
                Elements = arm.Elements
                    .Select(element => element.Type is null
                        ? element
                        : element with { Type = Rename(element.Type, from, to) })
                    .ToEquatableArray(),
            })
            .ToEquatableArray(),
    };

    private static PayloadContract Rename(PayloadContract payload, string from, string to) => payload with
    {
        Name = Rename(payload.Name, from, to),
        Members = payload.Members
            .Select(member => member with { Type = Rename(member.Type, from, to) })
            .ToEquatableArray(),
    };

    private static TypeShape Rename(TypeShape type, string from, string to) => type with
    {
        Name = type.Kind == TypeShapeKind.Integer ? type.Name : Rename(type.Name, from, to),
        Arguments = type.Arguments.Select(argument => Rename(argument, from, to)).ToEquatableArray(),
    };

    private static string Rename(string name, string from, string to) =>
        string.Equals(name, from, StringComparison.Ordinal) ? to : name;
}

using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>What a port class, or those who implement an interface, receive otherwise than before.</summary>
/// <param name="was">The class as it was.</param>
/// <param name="now">The class as it is.</param>
internal sealed class PortComparison(PortFamily was, PortFamily now)
{
    private readonly PortContract _was = was.Members[0];
    private readonly PortContract _now = now.Members[0];

    // Only arms for one tag have to do with each other: a class may well have a thousand.
    private readonly ILookup<string?, ArmContract> _wasOwn = ByTag(was.Members[0].Arms);
    private readonly ILookup<string?, ArmContract> _nowOwn = ByTag(now.Members[0].Arms);
    private readonly ILookup<string?, ArmContract> _nowAll = ByTag(now.Arms);

    /// <summary>All changes.</summary>
    public IEnumerable<ContractChange> Changes() => Lost().Concat(Grown());

    // What is inherited from a class that is a base class still is compared there.
    private IEnumerable<ContractChange> Lost()
    {
        foreach (string name in was.BaseNames.Where(name => !IsBaseNow(name)))
        {
            if (was.Members.All(member => !IsNamed(member, name)))
            {
                yield return Lose($"'{_now.Name}' does not derive from '{name}' any more");
            }
        }

        IEnumerable<PortContract> own = was.Members.Where((member, index) => index == 0 || !IsBaseNow(member.Name));
        foreach (ArmContract arm in own.SelectMany(static member => member.Arms).Where(arm => !IsTaken(arm)))
        {
            yield return Lose($"'{_now.Name}' does not receive {ContractWriter.Write(arm)} any more{ReasonFor(arm)}");
        }

        if (own.Any(static member => member.ReceivesUnmatched) && !now.ReceivesUnmatched)
        {
            yield return Lose($"'{_now.Name}' does not receive what no handler matches any more");
        }
    }

    private IEnumerable<ContractChange> Grown()
    {
        if (!string.Equals(_was.Base, _now.Base, StringComparison.Ordinal))
        {
            yield return Grow(_now.Base.Length > 0
                ? $"'{_now.Name}' derives from '{_now.Base}'"
                : $"'{_now.Name}' derives from no other port class");
        }

        ArmContract[] newArms =
            [.. _now.Arms.Where(arm => !_wasOwn[arm.Tag].Any(other => ArmCover.IsSame(arm, other)))];
        foreach (ArmContract arm in newArms)
        {
            yield return Grow($"'{_now.Name}' receives {ContractWriter.Write(arm)}");
        }

        // Those that a new arm takes over need no word of their own.
        foreach (ArmContract arm in _was.Arms.Where(arm => !_nowOwn[arm.Tag].Any(other => ArmCover.IsSame(other, arm))))
        {
            if (IsTaken(arm) && !newArms.Any(other => ArmCover.Takes(other, arm)))
            {
                yield return Grow($"'{_now.Name}' receives {ContractWriter.Write(arm)} by another handler");
            }
        }

        if (_now.ReceivesUnmatched && !_was.ReceivesUnmatched)
        {
            yield return Grow($"'{_now.Name}' receives what no handler matches");
        }

        if (_now.IsOpen != _was.IsOpen)
        {
            yield return Grow(_now.IsOpen
                ? $"'{_now.Name}' has handlers of which nothing is known"
                : $"'{_now.Name}' has no handlers of which nothing is known");
        }
    }

    private bool IsTaken(ArmContract arm) => _nowAll[arm.Tag].Any(other => ArmCover.Takes(other, arm));

    private string ReasonFor(ArmContract arm) =>
        _nowAll[arm.Tag].FirstOrDefault() is { } near
            ? $": {ArmCover.Refusal(near, arm)}"
            : "";

    private static ILookup<string?, ArmContract> ByTag(IEnumerable<ArmContract> arms) =>
        arms.ToLookup(static arm => arm.Tag, StringComparer.Ordinal);

    private bool IsBaseNow(string name) => now.BaseNames.Contains(name, StringComparer.Ordinal);

    private static bool IsNamed(PortContract port, string name) =>
        string.Equals(port.Name, name, StringComparison.Ordinal);

    private ContractChange Lose(string text) => new(ContractChangeKind.LostArm, _now.Name, text);

    private ContractChange Grow(string text) => new(ContractChangeKind.Growth, _now.Name, text);
}

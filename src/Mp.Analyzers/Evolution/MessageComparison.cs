using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>
/// How a record that is a message travels otherwise than before. It is sent as well as received: so its elements keep
/// their places, and may only be added at the end.
/// </summary>
/// <param name="was">The record as it was.</param>
/// <param name="now">The record as it is.</param>
internal sealed class MessageComparison(PortContract was, PortContract now)
{
    private readonly IReadOnlyList<ElementContract> _was = ElementsOf(was);
    private readonly IReadOnlyList<ElementContract> _now = ElementsOf(now);

    /// <summary>All changes.</summary>
    public IEnumerable<ContractChange> Changes()
    {
        string[] broken =
        [
            .. Enumerable.Range(0, Math.Max(_was.Count, _now.Count))
                .Select(BreakAt)
                .Where(static text => text is not null)!,
        ];
        bool isSame = _was.Select(ArmCover.WithoutName).SequenceEqual(_now.Select(ArmCover.WithoutName));
        return broken.Length > 0 ? broken.Select(text => Change(ContractChangeKind.BrokenShape, $": {text}"))
            : isSame ? []
            : [Change(ContractChangeKind.Growth, $" is {ContractWriter.Write(now.Arms[0])}")];
    }

    private string? BreakAt(int index)
    {
        string element = $"element {index.ToString(ContractNumbers.Culture)}";
        if (index >= _now.Count)
        {
            return $"{element}, {ContractWriter.Write(_was[index])}, is gone";
        }

        ElementContract present = _now[index];
        if (index >= _was.Count)
        {
            return present.IsOptional
                ? null
                : $"{element}, {ContractWriter.Write(present)}, is new and can't be missing";
        }

        ElementContract before = _was[index];
        return HasMoved(before, present) ? $"{element} was {before.Name}, and is {present.Name}"
            : !Widens(present, before) ? $"{element} was {ArmCover.TypeOf(before)}, and is {ArmCover.TypeOf(present)}"
            : before.IsOptional && !present.IsOptional ? $"{element} could be missing, and can't"
            : null;
    }

    // By another name alone nothing has moved: unless the name is found elsewhere.
    private bool HasMoved(ElementContract before, ElementContract now) =>
        before.Name.Length > 0
        && !string.Equals(before.Name, now.Name, StringComparison.Ordinal)
        && _now.Any(other => string.Equals(other.Name, before.Name, StringComparison.Ordinal));

    private static bool Widens(ElementContract now, ElementContract before) =>
        now.Type is null || before.Type is null
            ? now.Kind == before.Kind && now.Constant == before.Constant
            : TypeCover.Widens(now.Type, before.Type);

    private static IReadOnlyList<ElementContract> ElementsOf(PortContract message) =>
        message.Arms.Count > 0 ? [.. message.Arms[0].Elements] : [];

    private ContractChange Change(ContractChangeKind kind, string text) => new(kind, now.Name, $"'{now.Name}'{text}");
}

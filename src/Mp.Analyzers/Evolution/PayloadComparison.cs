using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>
/// How a payload travels otherwise than before. It is sent as well as received: so its members keep their keys, and
/// none may go.
/// </summary>
/// <param name="was">The payload as it was.</param>
/// <param name="now">The payload as it is.</param>
internal sealed class PayloadComparison(PayloadContract was, PayloadContract now)
{
    /// <summary>All changes.</summary>
    public IEnumerable<ContractChange> Changes() => was.Form == now.Form
        ? was.Members.SelectMany(Compare).Concat(now.Members.SelectMany(CompareNew))
        : [Change(ContractChangeKind.BrokenShape, $" was {NameOf(was.Form)}, and is {NameOf(now.Form)}")];

    private IEnumerable<ContractChange> Compare(PayloadMemberContract before)
    {
        if (Moved(before) is { } moved)
        {
            return [Break($"'{before.Name}' had the key {before.Key}, and has {moved.Key}")];
        }

        if (now.Members.FirstOrDefault(member => HasKey(member, before.Key)) is not { } present)
        {
            return [Break($"'{ContractWriter.Write(was.Form, before)}' is gone")];
        }

        return !TypeCover.Widens(present.Type, before.Type)
                ? [Break($"'{Describe(present)}' was {ContractWriter.Write(before.Type)}, "
                    + $"and is {ContractWriter.Write(present.Type)}")]
            : before.IsOptional && !present.IsOptional ? [Break($"'{Describe(present)}' could be missing, and can't")]
            : before.Type == present.Type && before.IsOptional == present.IsOptional ? []
            : [Grow(present)];
    }

    private IEnumerable<ContractChange> CompareNew(PayloadMemberContract member)
    {
        if (was.Members.Any(before => HasKey(before, member.Key) || Moved(before) == member))
        {
            return [];
        }

        return member.IsOptional || now.Form == PayloadForm.Union
            ? [Grow(member)]
            : [Break($"'{ContractWriter.Write(now.Form, member)}' is new and can't be missing")];
    }

    // In a map the key is what counts, and its name in C# may change; a number says nothing without the name.
    private PayloadMemberContract? Moved(PayloadMemberContract before) =>
        before.Name.Length == 0
        || (was.Form == PayloadForm.Map && now.Members.Any(member => HasKey(member, before.Key)))
            ? null
            : now.Members.FirstOrDefault(member =>
                string.Equals(member.Name, before.Name, StringComparison.Ordinal) && !HasKey(member, before.Key));

    private static bool HasKey(PayloadMemberContract member, string key) =>
        string.Equals(member.Key, key, StringComparison.Ordinal);

    private static string Describe(PayloadMemberContract member) =>
        member.Name.Length > 0 ? member.Name : member.Key;

    private static string NameOf(PayloadForm form) => form switch
    {
        PayloadForm.Map => "a map",
        PayloadForm.Array => "an array",
        _ => "one of several types",
    };

    private ContractChange Break(string text) => Change(ContractChangeKind.BrokenShape, $": {text}");

    private ContractChange Grow(PayloadMemberContract member) =>
        Change(ContractChangeKind.Growth, $" has '{ContractWriter.Write(now.Form, member)}'");

    private ContractChange Change(ContractChangeKind kind, string text) => new(kind, now.Name, $"'{now.Name}'{text}");
}

using Mp.Analyzers.Evolution;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Tests.Evolution;

/// <summary>Contracts as tests write them: mostly without the first line.</summary>
internal static class ContractText
{
    public static ContractDocument Read(string entries)
    {
        string text = entries.Contains(ContractKeywords.Header, StringComparison.Ordinal)
            ? entries
            : $"{ContractKeywords.Header}\n{entries}";
        bool isRead = ContractReader.TryRead(text, out ContractDocument? document, out ContractError? error);
        Assert.True(isRead, $"{error}\n{text}");
        return document!;
    }

    /// <summary>What has changed, a line for each: <c>breaks:</c> or <c>grows:</c>, and the words for it.</summary>
    public static IEnumerable<string> ChangesOf(string was, string now, string elsewhere = "") =>
        ChangesOf(Read(was), Read(now), Read(elsewhere)).Select(static change =>
            $"{(change.Kind == ContractChangeKind.Growth ? "grows" : "breaks")}: {change.Text}");

    public static IReadOnlyList<ContractChange> ChangesOf(
        ContractDocument was,
        ContractDocument now,
        ContractDocument elsewhere) =>
        new ContractComparison(
            was,
            now,
            name => elsewhere.Ports.FirstOrDefault(port => port.Name == name)).Changes();
}

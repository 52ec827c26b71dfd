using System.Globalization;

namespace Mp.Testing.Reports;

/// <summary>Short names for port IDs, in the order in which they appear: <c>n2.p7</c>.</summary>
internal sealed class PortNicknames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public PortNicknames(IReadOnlyList<HistoryRecord> history)
    {
        foreach (string id in history.SelectMany(static record => new[] { record.Port, record.Peer }))
        {
            int mark = id.IndexOf('#', StringComparison.Ordinal);
            if (mark >= 0 && !_names.ContainsKey(id))
            {
                string number = (_names.Count + 1).ToString(CultureInfo.InvariantCulture);
                _names.Add(id, $"{id[..mark].Split(':')[0]}.p{number}");
            }
        }
    }

    public string Of(string id) => _names.GetValueOrDefault(id, id);
}

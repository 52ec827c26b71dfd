using System.Buffers.Text;
using System.Globalization;

namespace Mp.Ports;

/// <summary>
/// Makes port names that were never used before, by no incarnation of the node: 128 random bits, drawn when the node
/// starts, and a counter.
/// </summary>
internal sealed class PortNames(ReadOnlySpan<byte> incarnation)
{
    private readonly string _prefix = Base64Url.EncodeToString(incarnation) + ".";
    private long _last;

    /// <summary>How many random bytes an incarnation has.</summary>
    public const int IncarnationBytes = 16;

    /// <summary>Whether a name is such as this node gives, now or later.</summary>
    public bool MayGive(string name) => name.StartsWith(_prefix, StringComparison.Ordinal);

    /// <summary>The next name.</summary>
    public string Next() => _prefix + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}

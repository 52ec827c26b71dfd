using System.Buffers.Text;
using System.Globalization;

namespace Mp.Links;

/// <summary>
/// One life of a node, from its start to its end: which of two lives of the same node ID is the later one.
/// </summary>
/// <param name="StartedAt">When it began, in milliseconds since 1970, by the clock of its machine.</param>
/// <param name="Name">Random, so that no two are the same.</param>
internal readonly record struct Incarnation(long StartedAt, string Name)
{
    private const int MaxNameLength = 64;

    /// <summary>An incarnation that begins now.</summary>
    public static Incarnation Begin(DateTimeOffset now, ReadOnlySpan<byte> random) =>
        new(now.ToUnixTimeMilliseconds(), Base64Url.EncodeToString(random));

    /// <summary>Reads what a peer says of itself.</summary>
    public static bool TryParse(string text, out Incarnation incarnation)
    {
        incarnation = default;
        int mark = text.IndexOf('.', StringComparison.Ordinal);
        if (mark <= 0
            || text.Length - mark - 1 is 0 or > MaxNameLength
            || !long.TryParse(text[..mark], NumberStyles.None, CultureInfo.InvariantCulture, out long startedAt))
        {
            return false;
        }

        incarnation = new Incarnation(startedAt, text[(mark + 1)..]);
        return true;
    }

    /// <summary>Whether this one began after the other.</summary>
    public bool IsLaterThan(Incarnation other) => StartedAt != other.StartedAt
        ? StartedAt > other.StartedAt
        : string.CompareOrdinal(Name, other.Name) > 0;

    /// <summary>As it stands in a greeting.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartedAt}.{Name}");
}

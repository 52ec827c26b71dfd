using System.Globalization;
using Mp.Wire;

namespace Mp.Links;

/// <summary>What a peer says of itself beyond what every implementation of the protocol does.</summary>
internal sealed record PeerTraits
{
    /// <summary>The key of a greeting under which a node names its incarnation.</summary>
    public const string IncarnationKey = "incarnation";

    /// <summary>The key under which a node says that it knows of heartbeats, and how often it wants them.</summary>
    public const string HeartbeatKey = "heartbeat";

    /// <summary>The key under which a node says that its requests to watch ports have numbers.</summary>
    public const string WatchKey = "watch";

    private const string WatchVersion = "1";
    private const string MeshKey = "gproto";
    private const string EarlierProvider = "AE-1.";

    // What a peer says is no reason to keep this node busy, nor to overflow.
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <summary>Of a peer that says nothing.</summary>
    public static PeerTraits None { get; } = new();

    /// <summary>Its incarnation, if it names one: a node of Mp does.</summary>
    public Incarnation? Incarnation { get; init; }

    /// <summary>After how long a silence it takes this node for dead, if it knows of heartbeats.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>Whether requests to watch a port have numbers, which the notice of its death repeats.</summary>
    public bool NumbersWatches { get; init; }

    /// <summary>Whether it understands the requests by which nodes form a mesh.</summary>
    public bool IsMeshAware { get; init; }

    /// <summary>Whether it is a node of AEMP 1.x, which has a service of its own instead.</summary>
    public bool HasEarlierMesh { get; init; }

    /// <summary>Reads them from a greeting. What makes no sense is left out.</summary>
    public static PeerTraits Of(PeerGreeting greeting) => new()
    {
        Incarnation = greeting.Keys.TryGetValue(IncarnationKey, out string? text)
            && Links.Incarnation.TryParse(text, out Incarnation incarnation) ? incarnation : null,
        HeartbeatTimeout = greeting.Keys.TryGetValue(HeartbeatKey, out string? time)
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            && milliseconds >= ShortestTimeout.TotalMilliseconds
            && milliseconds <= LongestTimeout.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
        NumbersWatches = greeting.Keys.GetValueOrDefault(WatchKey) is WatchVersion,
        IsMeshAware = greeting.Keys.ContainsKey(MeshKey),
        HasEarlierMesh = !greeting.Keys.ContainsKey(MeshKey)
            && greeting.Keys.TryGetValue("provider", out string? provider)
            && provider.StartsWith(EarlierProvider, StringComparison.Ordinal),
    };

    /// <summary>The fields of a greeting that say this.</summary>
    public IEnumerable<string> ToKeys()
    {
        if (Incarnation is { } incarnation)
        {
            yield return $"{IncarnationKey}={incarnation}";
        }

        if (HeartbeatTimeout is { } timeout)
        {
            string time = ((long)timeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            yield return $"{HeartbeatKey}={time}";
        }

        if (NumbersWatches)
        {
            yield return $"{WatchKey}={WatchVersion}";
        }
    }
}

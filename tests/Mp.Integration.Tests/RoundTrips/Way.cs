namespace Mp.Integration.Tests.RoundTrips;

/// <summary>How a message gets to its handler.</summary>
public enum Way
{
    /// <summary>Within a node, by reference.</summary>
    Local,

    /// <summary>Within a node, written and read back.</summary>
    LocalSerialized,

    /// <summary>From one node to another, over TCP.</summary>
    Remote,
}

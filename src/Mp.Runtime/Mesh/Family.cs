namespace Mp.Mesh;

/// <summary>The families that the protocol itself keeps, whose names no user's can have.</summary>
internal static class Family
{
    /// <summary>Where each node listens: node ID to an array of end points.</summary>
    public const string Listeners = "'l";

    /// <summary>Which nodes are global: node ID to nothing.</summary>
    public const string Globals = "'g";
}

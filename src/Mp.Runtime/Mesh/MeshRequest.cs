namespace Mp.Mesh;

/// <summary>The tags of the requests by which nodes form a mesh. Source: the AEMP protocol, 2.x, "gproto 1".</summary>
internal static class MeshRequest
{
    /// <summary>The sender is global.</summary>
    public const string Global = "g_global";

    /// <summary>Be global; or, with data: be my master, and this is what I have.</summary>
    public const string Slave = "g_slave";

    /// <summary>From one global node to another: this is what I and my slaves have.</summary>
    public const string Set = "g_set";

    /// <summary>A change of what the sender has.</summary>
    public const string Update = "g_upd";

    /// <summary>Where does a node listen?</summary>
    public const string Find = "g_find";

    /// <summary>The answer to that.</summary>
    public const string Found = "g_found";

    /// <summary>What is in a family?</summary>
    public const string Entries = "g_db_family";

    /// <summary>Which keys does a family have?</summary>
    public const string Keys = "g_db_keys";

    /// <summary>Which values does a family have?</summary>
    public const string Values = "g_db_values";

    /// <summary>The answer to a question.</summary>
    public const string Reply = "g_reply";

    /// <summary>Tell me of changes of a family.</summary>
    public const string Monitor = "g_mon1";

    /// <summary>Tell me no more.</summary>
    public const string Unmonitor = "g_mon0";

    /// <summary>What is in a family now, in answer to <see cref="Monitor"/>.</summary>
    public const string Contents = "g_chg1";

    /// <summary>What has changed in a family.</summary>
    public const string Change = "g_chg2";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Global, Slave, Set, Update, Find, Found, Entries, Keys, Values, Reply, Monitor, Unmonitor, Contents, Change,
    ];
}

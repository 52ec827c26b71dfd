namespace Mp.Testing.Loops;

/// <summary>What a step of the loop can touch, as bits of a <see cref="Footprint"/>.</summary>
/// <remarks>
/// There are more things than bits: some share one. Steps then seem to depend on each other that do not, which costs
/// time, and hides nothing.
/// </remarks>
internal static class Things
{
    /// <summary>Whatever there is.</summary>
    public const ulong All = ulong.MaxValue;

    /// <summary>Which connections and listeners there are.</summary>
    public const ulong Network = 1UL << 24;

    /// <summary>In which order timers were set that belong to no machine.</summary>
    public const ulong Timers = 1UL << 25;

    /// <summary>What whoever sees several machines at once has written down.</summary>
    public const ulong Notes = 1UL << 26;

    /// <summary>The same, of something else.</summary>
    public const ulong OtherNotes = 1UL << 63;

    /// <summary>Whether any end of a connection works.</summary>
    public const ulong Fates = ((1UL << EndsApart) - 1) << FirstFate;

    private const int MachinesApart = 8;
    private const int EndsApart = 12;
    private const int FirstFate = 51;

    /// <summary>A machine: the node on it, its ports and timers.</summary>
    public static ulong Of(Machine machine) => 1UL << (machine.Number % MachinesApart);

    /// <summary>A machine's attempts to connect.</summary>
    public static ulong DialsOf(Machine machine) => 1UL << (8 + (machine.Number % MachinesApart));

    /// <summary>What has come in at a machine and is not accepted yet.</summary>
    public static ulong OffersOf(Machine machine) => 1UL << (16 + (machine.Number % MachinesApart));

    /// <summary>What has arrived at an end of a connection, and what waits for it there.</summary>
    public static ulong InputOf(int end) => 1UL << (27 + (end % EndsApart));

    /// <summary>What is on its way to an end of a connection.</summary>
    public static ulong LaneTo(int end) => 1UL << (39 + (end % EndsApart));

    /// <summary>Whether an end of a connection works.</summary>
    public static ulong FateOf(int end) => 1UL << (FirstFate + (end % EndsApart));
}

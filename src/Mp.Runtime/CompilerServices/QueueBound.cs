using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Mp.CompilerServices;

/// <summary>How much may wait for a port, as its class says it. Generated code makes them.</summary>
/// <param name="Capacity">How many messages; 0 is no bound.</param>
/// <param name="Overflow">What becomes of one more.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Auto)]
public readonly record struct QueueBound(int Capacity, PortOverflow Overflow);

using System.Diagnostics;

namespace Mp.Benchmarks;

/// <summary>How many bytes a process has after all garbage was collected.</summary>
/// <param name="Managed">Of objects.</param>
/// <param name="Resident">Of memory, all in all.</param>
[Message("memory")]
internal readonly partial record struct MemoryUse(long Managed, long Resident)
{
    /// <summary>Those of this process.</summary>
    public static MemoryUse Now()
    {
        Measurement.Collect();
        long managed = GC.GetTotalMemory(forceFullCollection: true);
        using Process process = Process.GetCurrentProcess();
        return new MemoryUse(managed, process.WorkingSet64);
    }

    public static MemoryUse operator -(MemoryUse left, MemoryUse right) =>
        new(left.Managed - right.Managed, left.Resident - right.Resident);
}

using System.Diagnostics;
using System.Globalization;
using Mp.Torture.Processes;

namespace Mp.Torture.Soak;

/// <summary>What a process holds at some time.</summary>
/// <param name="Time">When, from the beginning of the run.</param>
/// <param name="Resident">Bytes of its memory that are in use.</param>
/// <param name="Heap">Bytes of its managed heap that were reachable.</param>
/// <param name="Committed">Bytes that the heap takes of the system.</param>
/// <param name="Handles">How many files, sockets and pipes are open, but for the libraries that it has loaded.</param>
/// <param name="Threads">How many threads it has.</param>
internal sealed record ProcessSample(TimeSpan Time, long Resident, long Heap, long Committed, int Handles, int Threads)
{
    /// <summary>Looks at a process.</summary>
    public static ProcessSample Of(Process process, TimeSpan time, long heap, long committed)
    {
        process.Refresh();
        return new ProcessSample(
            time,
            process.WorkingSet64,
            heap,
            committed,
            CountHandles(process.Id),
            process.Threads.Count);
    }

    private static int CountHandles(int processId)
    {
        var handles = new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/fd"));

        // One that is closed meanwhile links to nothing any more.
        return handles.EnumerateFileSystemInfos()
            .Count(static handle => handle.LinkTarget?.EndsWith(".dll", StringComparison.Ordinal) == false);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ResidentMemory.Text(Resident)}, heap {ResidentMemory.Text(Heap)} of {ResidentMemory.Text(Committed)}, {Handles} handles, {Threads} threads");
}

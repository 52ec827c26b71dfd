using System.Diagnostics;
using System.Globalization;

namespace Mp.Torture.Processes;

/// <summary>How much memory of a process is in use, in bytes.</summary>
internal static class ResidentMemory
{
    public static long Of(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    /// <summary>A number of bytes as people say it.</summary>
    public static string Text(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):0.0} MiB");
}

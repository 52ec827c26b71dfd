using System.Diagnostics;

namespace Mp.Benchmarks.Quiet;

/// <summary>Reads how busy this machine is, where it has <c>/proc</c>.</summary>
internal static class ThisMachine
{
    /// <summary>What it shows now; <see langword="null"/> where it shows nothing.</summary>
    public static MachineReading? Read()
    {
        if (!File.Exists("/proc/stat"))
        {
            return null;
        }

        TimeSpan own = ProcessTime.OfTree(Environment.ProcessId, [.. Processes()]);
        string line = File.ReadLines("/proc/stat").First();
        return new MachineReading(Stopwatch.GetElapsedTime(0), ProcessTime.ParseBusy(line), own);
    }

    private static IEnumerable<ProcessTime> Processes()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out _) && TryRead(Path.Combine(folder, "stat")) is { } stat)
            {
                yield return ProcessTime.Parse(stat);
            }
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }
}

using System.Diagnostics;

namespace WordCount;

/// <summary>Starts worker processes: this program again, told whom to work for.</summary>
internal sealed class WorkerProcesses(Secret secret) : IDisposable
{
    private readonly List<Process> _processes = [];

    /// <summary>Starts one more worker.</summary>
    public void Start(PortId coordinator)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        if (isHost)
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "WordCount.dll"));
        }

        start.ArgumentList.Add("--worker");
        start.ArgumentList.Add(coordinator.ToString());
        start.Environment[NodeOptions.SecretVariable] = secret.Reveal();
        _processes.Add(Process.Start(start)!);
    }

    /// <summary>Kills a worker, as an accident would.</summary>
    public void Kill(int processId) => _processes.Find(process => process.Id == processId)?.Kill();

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            process.Kill();
            process.Dispose();
        }
    }
}

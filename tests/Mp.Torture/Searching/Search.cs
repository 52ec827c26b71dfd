using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Mp.Torture.Searching;

/// <summary>Has many inputs checked, on all cores, until there are no more or one has shown an error.</summary>
/// <param name="inputs">How many inputs.</param>
/// <param name="createWorker">Makes what checks them.</param>
internal sealed class Search(long inputs, Func<IInputWorker> createWorker)
{
    private const int ChunkInputs = 1024;
    private const int MaxShownFindings = 10;
    private const int MaxShownBytes = 1000;
    private const long MaxGrowthBytes = 16 * 1024 * 1024;

    private readonly ConcurrentQueue<Finding> _findings = new();
    private long _next;
    private TimeSpan _time;
    private long _growth;

    /// <summary>Searches, and writes what was found.</summary>
    /// <returns>Whether nothing was found.</returns>
    public bool Run(TextWriter output)
    {
        if (!TryWarm(createWorker()))
        {
            return Report(output);
        }

        long heap = GC.GetTotalMemory(forceFullCollection: true);
        long start = Stopwatch.GetTimestamp();

        Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(WorkOn))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        _time = Stopwatch.GetElapsedTime(start);
        _growth = GC.GetTotalMemory(forceFullCollection: true) - heap;
        if (_growth > MaxGrowthBytes)
        {
            _findings.Enqueue(new Finding($"the heap has grown by {_growth} bytes", []));
        }

        return Report(output);
    }

    /// <summary>How fast it was, what it left in memory, and what it found: the end of a line that sums up.</summary>
    public string Summary(long checkedInputs) => string.Create(
        CultureInfo.InvariantCulture,
        $"{checkedInputs / Math.Max(_time.TotalSeconds, 0.001) / 1000:N0} k inputs/s, heap {_growth / 1024.0:+0;-0} KiB; "
        + $"{_findings.Count} findings");

    private bool Report(TextWriter output)
    {
        foreach (Finding finding in _findings.Take(MaxShownFindings))
        {
            ReadOnlySpan<byte> shown = finding.Input.AsSpan(0, Math.Min(finding.Input.Length, MaxShownBytes));
            string rest = shown.Length < finding.Input.Length ? $"... ({finding.Input.Length} bytes)" : "";
            output.WriteLine($"FINDING {finding.Reason}\n  input {Convert.ToHexString(shown)}{rest}");
        }

        return _findings.IsEmpty;
    }

    private void WorkOn()
    {
        IInputWorker worker = createWorker();
        if (!TryWarm(worker))
        {
            return;
        }

        long first;
        while (_findings.IsEmpty && (first = Interlocked.Add(ref _next, ChunkInputs) - ChunkInputs) < inputs)
        {
            foreach (byte[] input in worker.Inputs(first, Math.Min(ChunkInputs, inputs - first)))
            {
                Check(worker, input);
            }
        }
    }

    private bool TryWarm(IInputWorker worker) => Try(worker.Warm, []);

    private void Check(IInputWorker worker, byte[] input) => Try(() => worker.Check(input), input);

    private bool Try(Action check, byte[] input)
    {
        try
        {
            check();
            return true;
        }
        catch (FindingException exception)
        {
            _findings.Enqueue(new Finding(exception.Message, input));
        }
#pragma warning disable CA1031 // Whatever it is, no input may cause it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _findings.Enqueue(new Finding($"{exception}", input));
        }

        return false;
    }
}

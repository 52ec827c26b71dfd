using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mp.Codecs;

namespace Mp.Torture.Fuzz;

/// <summary>Sends many inputs through the readers, on all cores, and tells of the first that show an error.</summary>
internal sealed class FuzzRun(FuzzOptions options)
{
    private const int ChunkInputs = 1024;
    private const int MaxFindings = 10;
    private const long MaxGrowthBytes = 16 * 1024 * 1024;

    private readonly Inputs _inputs = new(options);
    private readonly ConcurrentQueue<FuzzFinding> _findings = new();
    private readonly ConcurrentQueue<InputCheck> _checks = new();
    private long _next;

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>Whether nothing was found.</returns>
    public bool Run(TextWriter output)
    {
        // Once through the corpus, so that what stays for good is there before it is weighed.
        new InputCheck(options.Format).Warm(_inputs.Frames);
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        long start = Stopwatch.GetTimestamp();

        Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(WorkOn))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        TimeSpan time = Stopwatch.GetElapsedTime(start);
        long growth = GC.GetTotalMemory(forceFullCollection: true) - heap;
        if (growth > MaxGrowthBytes)
        {
            _findings.Enqueue(new FuzzFinding($"the heap has grown by {growth} bytes", []));
        }

        foreach (FuzzFinding finding in _findings.Take(MaxFindings))
        {
            output.WriteLine($"FINDING {finding.Reason}\n  input {Convert.ToHexString(finding.Input)}");
        }

        output.WriteLine(Summary(time, growth));
        return _findings.IsEmpty;
    }

    private void WorkOn()
    {
        var check = new InputCheck(options.Format);
        check.Warm(_inputs.Frames);
        _checks.Enqueue(check);
        long first;
        while (_findings.IsEmpty
            && (first = Interlocked.Add(ref _next, ChunkInputs) - ChunkInputs) < options.Inputs)
        {
            Work(check, first, Math.Min(ChunkInputs, options.Inputs - first));
        }
    }

    private void Work(InputCheck check, long first, long count)
    {
        foreach (byte[] input in _inputs.Range(first, count))
        {
            try
            {
                check.Check(input);
            }
            catch (FuzzException exception)
            {
                _findings.Enqueue(new FuzzFinding(exception.Message, input));
            }
#pragma warning disable CA1031 // Whatever it is, no input may cause it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _findings.Enqueue(new FuzzFinding($"{exception}", input));
            }
        }
    }

    private string Summary(TimeSpan time, long growth)
    {
        long Ended(params Verdict[] verdicts) =>
            _checks.Sum(check => verdicts.Sum(verdict => check.Verdicts[(int)verdict]));

        long all = _checks.Sum(static check => check.Verdicts.Sum());
        long accepted = Ended(Verdict.Accepted);
        long incomplete = Ended(Verdict.Incomplete);
        long again = _checks.Sum(static check => check.Frames.SaidAgain.Sum());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"fuzz {options.Format} seed {options.Seed}: {all:N0} inputs, of them "
            + $"{Math.Min(all, _inputs.Enumerated):N0} prefixes and bit flips of {_inputs.Frames.Count} frames; {accepted:N0} accepted, {incomplete:N0} "
            + $"incomplete, {all - accepted - incomplete:N0} refused; {again:N0} frames said again; "
            + $"{all / time.TotalSeconds / 1000:N0} k inputs/s, heap {growth / 1024.0:+0;-0} KiB; "
            + $"{_findings.Count} findings");
    }
}

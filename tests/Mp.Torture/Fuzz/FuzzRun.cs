using System.Collections.Concurrent;
using System.Globalization;
using Mp.Codecs;
using Mp.Torture.Searching;

namespace Mp.Torture.Fuzz;

/// <summary>Sends many inputs through the readers, and tells of the first that show an error.</summary>
internal sealed class FuzzRun
{
    private readonly FuzzOptions _options;
    private readonly Inputs _inputs;
    private readonly ConcurrentQueue<InputCheck> _checks = new();

    private FuzzRun(FuzzOptions options)
    {
        _options = options;
        _inputs = new Inputs(options);
    }

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static int Run(ReadOnlySpan<string> arguments, TextWriter output)
    {
        FuzzOptions options = FuzzOptions.Of(arguments);
        var run = new FuzzRun(options);
        var search = new Search(options.Inputs, run.CreateWorker);
        bool isClean = search.Run(output);
        output.WriteLine(run.Summary(search));
        return isClean ? 0 : 1;
    }

    private Worker CreateWorker()
    {
        var check = new InputCheck(_options.Format);
        _checks.Enqueue(check);
        return new Worker(_inputs, check);
    }

    private string Summary(Search search)
    {
        long Ended(Verdict verdict) => _checks.Sum(check => check.Verdicts[(int)verdict]);

        long all = _checks.Sum(static check => check.Verdicts.Sum());
        long accepted = Ended(Verdict.Accepted);
        long incomplete = Ended(Verdict.Incomplete);
        long again = _checks.Sum(static check => check.Frames.SaidAgain.Sum());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"fuzz {_options.Format} seed {_options.Seed}: {all:N0} inputs, of them "
            + $"{Math.Min(all, _inputs.Enumerated):N0} prefixes and bit flips of {_inputs.Frames.Count} frames; "
            + $"{accepted:N0} accepted, {incomplete:N0} incomplete, {all - accepted - incomplete:N0} refused; "
            + $"{again:N0} frames said again; {search.Summary(all)}");
    }

    private sealed class Worker(Inputs inputs, InputCheck check) : IInputWorker
    {
        public void Warm() => check.Warm(inputs.Frames);

        public IEnumerable<byte[]> Inputs(long first, long count) => inputs.Range(first, count);

        public void Check(byte[] input) => check.Check(input);
    }
}

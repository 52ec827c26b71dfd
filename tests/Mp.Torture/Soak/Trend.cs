namespace Mp.Torture.Soak;

/// <summary>Whether what a process holds grows, once it has warmed up.</summary>
internal sealed class Trend
{
    private const double MebiByte = 1024 * 1024;

    private readonly ProcessSample[] _samples;

    /// <param name="samples">What was seen, in order.</param>
    /// <param name="warmUp">What was seen before is not looked at.</param>
    public Trend(IEnumerable<ProcessSample> samples, TimeSpan warmUp) =>
        _samples = [.. samples.Where(sample => sample.Time >= warmUp)];

    /// <summary>The first sample after the time to warm up.</summary>
    public ProcessSample First => _samples[0];

    /// <summary>The last one.</summary>
    public ProcessSample Last => _samples[^1];

    /// <summary>By how many MiB an hour its memory grows: the slope of the line that fits best, by least squares.</summary>
    public double ResidentSlope => Slope(static sample => sample.Resident / MebiByte);

    /// <summary>The same of its heap.</summary>
    public double HeapSlope => Slope(static sample => sample.Heap / MebiByte);

    /// <summary>The same of what is not the collector's.</summary>
    public double OtherSlope => Slope(static sample => (sample.Resident - sample.Committed) / MebiByte);

    /// <summary>Whether more handles are open at the end than ever were at the beginning.</summary>
    public bool HasMoreHandles => HasMore(static sample => sample.Handles);

    /// <summary>Whether there are more threads at the end than ever were at the beginning.</summary>
    public bool HasMoreThreads => HasMore(static sample => sample.Threads);

    private double Slope(Func<ProcessSample, double> value)
    {
        double meanTime = _samples.Average(static sample => sample.Time.TotalHours);
        double meanValue = _samples.Average(value);
        double product = _samples.Sum(sample => (sample.Time.TotalHours - meanTime) * (value(sample) - meanValue));
        double square = _samples.Sum(sample => Math.Pow(sample.Time.TotalHours - meanTime, 2));
        return square > 0 ? product / square : 0;
    }

    // A connection that is made or closed has a handle for a moment, and the pool takes and returns threads. What is
    // never returned is there in each sample of the last quarter.
    private bool HasMore(Func<ProcessSample, int> value)
    {
        int quarter = Math.Max(1, _samples.Length / 4);
        return _samples[^quarter..].Min(value) > _samples[..quarter].Max(value);
    }
}

namespace Mp.Benchmarks;

/// <summary>The port of Dspawn: one handler, one field.</summary>
internal sealed partial class IdlePort : Port
{
    private long _count;

    [Rcv("inc")]
    private void Inc(long n) => _count += n;
}

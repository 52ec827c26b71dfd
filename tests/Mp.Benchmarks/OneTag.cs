namespace Mp.Benchmarks;

/// <summary>The receiver of G1.</summary>
internal sealed partial class OneTag : TagCounter
{
    [Rcv("m0000")] private void M0000(long n) => Add(n);
}

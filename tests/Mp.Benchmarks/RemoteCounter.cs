namespace Mp.Benchmarks;

/// <summary>The receiver in the server process: counts, answers when asked, and returns pings.</summary>
internal sealed partial class RemoteCounter : Port
{
    private long _count;

    [Rcv("inc")]
    private void Inc(long n) => _count += n;

    [Rcv("data")]
    private void Data(ReadOnlyMemory<byte> data) => _count += data.IsEmpty ? 0 : 1;

    [Rcv("total")]
    private void Total(PortId reply)
    {
        Snd(reply, "total", _count);
        _count = 0;
    }

    [Rcv("ping")]
    private void Ping(PortId reply) => Snd(reply, "pong");
}

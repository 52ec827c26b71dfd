// Money leaves one account and reaches another, once, whatever the network does in between.
internal sealed partial class Account(long balance) : Port
{
    private readonly Dictionary<long, (PortId To, long Amount, IDisposable Guard)> _underWay = [];
    private readonly HashSet<(PortId From, long Number)> _received = [];
    private long _lastNumber;

    public long Balance { get; private set; } = balance;

    public int UnderWay => _underWay.Count;

    [Rcv("transfer")]
    private void OnTransfer(PortId to, long amount)
    {
        if (amount <= Balance)
        {
            Balance -= amount;
            Offer(++_lastNumber, to, amount);
        }
    }

    // It may come twice: the answer to the first one may have been lost.
    [Rcv("deposit")]
    private void OnDeposit(PortId from, long number, long amount)
    {
        if (_received.Add((from, number)))
        {
            Balance += amount;
        }

        Snd(from, "deposited", number);
    }

    [Rcv("deposited")]
    private void OnDeposited(long number)
    {
        if (_underWay.Remove(number, out (PortId To, long Amount, IDisposable Guard) done))
        {
            done.Guard.Dispose();
        }
    }

    // Watch first, then send: whichever of the two messages is lost, the monitor fires, and it is tried again.
    private void Offer(long number, PortId to, long amount)
    {
        IDisposable guard = Mon(to, _ => Offer(number, to, amount));
        _underWay[number] = (to, amount, guard);
        Snd(to, "deposit", Self, number, amount);
    }
}

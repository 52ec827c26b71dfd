internal sealed partial class Pinger(PortId ponger, TaskCompletionSource rally) : Port
{
    private const int Last = 3;

    [Rcv("serve")]
    private void OnServe() => Snd(ponger, "ping", Self, 1);

    [Rcv("pong")]
    private void OnPong(int count)
    {
        Console.WriteLine($"pong {count}");
        if (count < Last)
        {
            Snd(ponger, "ping", Self, count + 1);
        }
    }

    // A constant further on. Both handlers match the last pong, and both run, in this order.
    [Rcv("pong", Last)]
    private bool OnLast()
    {
        Kil(ponger);
        rally.SetResult();
        return true; // done: this handler is removed
    }
}

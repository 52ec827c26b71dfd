internal sealed partial class Ponger : Port
{
    // Matches ["ping", <port ID>, <integer>, ...]: the types of the parameters are part of the pattern.
    [Rcv("ping")]
    private void OnPing(PortId from, int count)
    {
        Console.WriteLine($"ping {count}");
        Snd(from, "pong", count);
    }
}

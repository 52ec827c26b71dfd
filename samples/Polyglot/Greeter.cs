namespace Polyglot;

/// <summary>Greets whoever asks, and counts.</summary>
internal sealed partial class Greeter : Port
{
    private int _greeted;

    // Matches ["greet", <text>, <port ID>, ...], whatever language wrote it.
    [Rcv("greet")]
    private void OnGreet(string name, PortId reply)
    {
        _greeted++;
        Snd(reply, "hello", $"Hello, {name}! You are number {_greeted}.");
    }
}

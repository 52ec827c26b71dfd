namespace Echo;

/// <summary>Does what a client of a conformance test tells it, and says what it receives.</summary>
internal sealed partial class EchoPort : Port
{
    private long _ticks;

    [Rcv]
    private void OnAny(Message message) => EventLines.Write("RCV", Self, JsonText.Of(message));

    [Rcv("ping")]
    private void OnPing(PortId reply, params object?[] head) => Snd(reply, [.. head, "pong", Self]);

    [Rcv("echo")]
    private void OnEcho(PortId reply, params object?[] data) => Snd(reply, ["echoed", .. data]);

    [Rcv("tick")]
    private void OnTick() => _ticks++;

    [Rcv("count")]
    private void OnCount(PortId reply) => Snd(reply, "counted", _ticks);

    [Rcv("reset")]
    private void OnReset() => _ticks = 0;

    [Rcv("die")]
    private static void OnDie(string text) => throw new InvalidOperationException(text);

    [Rcv("kil")]
    private void OnKil(params object?[] reason) => Kil(Self, reason);

    [Rcv("watch")]
    private void OnWatch(PortId port) => Mon(port, reason => EventLines.Write("MON", port, JsonText.Of(reason)));

    [Rcv("link")]
    private void OnLink(PortId port) => Mon(port);

    [Rcv("make")]
    private void OnMake(PortId reply) => Snd(reply, "made", Node.CreatePort(new EchoPort()));
}

namespace Mp.Integration.Tests.Support;

/// <summary>Answers pings, and dies when it is told to.</summary>
internal sealed partial class EchoPort : Port
{
    [Rcv("ping")]
    private void OnPing(PortId from, long number, string text) => Snd(from, "pong", number + 1, text);

    [Rcv("throw")]
    private static void OnThrow(string text) => throw new InvalidOperationException(text);
}

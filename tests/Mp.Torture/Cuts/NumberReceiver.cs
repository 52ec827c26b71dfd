using System.Diagnostics;

namespace Mp.Torture.Cuts;

/// <summary>Notes which of the numbered messages come, and which are missing.</summary>
internal partial class NumberReceiver : Port
{
    /// <summary>The name that it is registered under.</summary>
    public const string PortName = "numbers";

    private const int MostDisorders = 100;

    private readonly Dictionary<long, long> _counts = [];
    private readonly List<long> _holes = [];
    private readonly List<string> _disorders = [];
    private long _generation;
    private long _next;

    /// <summary>The next number has come.</summary>
    [Rcv("number")]
    protected void OnNumber(long generation, long number)
    {
        if (generation > _generation)
        {
            _generation = generation;
            _next = 0;
        }

        if (generation < _generation || number < _next)
        {
            Complain($"message {number} of generation {generation} came twice, or after {_next - 1} of {_generation}");
            return;
        }

        if (number > _next)
        {
            _holes.AddRange([generation, _next, number, Stopwatch.GetTimestamp()]);
        }

        _next = number + 1;
        _counts[generation] = _counts.GetValueOrDefault(generation) + 1;
    }

    [Rcv("wait")]
    private static void OnWait()
    {
        // It only waited for room.
    }

    [Rcv("echo")]
    private void OnEcho(PortId reply) => Snd(reply, "echo");

    [Rcv("report")]
    private void OnReport(PortId reply) => Snd(
        reply,
        "report",
        _counts.SelectMany(static count => new[] { count.Key, count.Value }).ToArray(),
        _holes.ToArray(),
        _disorders.ToArray());

    /// <summary>Notes what should not be.</summary>
    protected void Complain(string text)
    {
        if (_disorders.Count < MostDisorders)
        {
            _disorders.Add(text);
        }
    }
}

using Mp.Torture.Cuts;

namespace Mp.Torture.Soak;

/// <summary>Notes which of the numbered messages come, and whether they carry what they should; answers calls.</summary>
internal sealed partial class CargoReceiver : NumberReceiver
{
    [Rcv("text")]
    private void OnText(long generation, long number, string text) =>
        Check(generation, number, string.Equals(text, Cargo.Text(number), StringComparison.Ordinal));

    [Rcv("bytes")]
    private void OnBytes(long generation, long number, ReadOnlyMemory<byte> bytes) =>
        Check(generation, number, Cargo.AreBytes(number, bytes.Span));

    [Rcv("mixed")]
    private void OnMixed(
        long generation,
        long number,
        double fraction,
        bool isEven,
        long[] values,
        Dictionary<string, long?> map) =>
        Check(
            generation,
            number,
            fraction.Equals(number / 8.0)
                && isEven == long.IsEvenInteger(number)
                && values.AsSpan().SequenceEqual(Cargo.Values(number))
                && map.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                    .SequenceEqual(Cargo.Map(number).OrderBy(static pair => pair.Key, StringComparer.Ordinal)));

    [Rcv("sum")]
    private void OnSum(long one, long other, PortId reply) => Snd(reply, "sum", one + other);

    private void Check(long generation, long number, bool isRight)
    {
        if (!isRight)
        {
            Complain($"message {number} of generation {generation} carried something else");
        }

        OnNumber(generation, number);
    }
}

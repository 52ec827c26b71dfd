using System.Buffers;
using BenchmarkDotNet.Attributes;
using Mp.CompilerServices;

namespace Mp.Benchmarks.Payloads;

/// <summary>The message ["ping", 42, "node#port"], element by element.</summary>
public class TupleBenchmarks
{
    private const int Times = 1_000;

    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private byte[] _bytes = [];

    [GlobalSetup]
    public void SetUp()
    {
        WriteOnce();
        _bytes = _output.WrittenSpan.ToArray();
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void Write()
    {
        for (int time = 0; time < Times; time++)
        {
            WriteOnce();
        }
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public long MatchAndRead()
    {
        long sum = 0;
        for (int time = 0; time < Times; time++)
        {
            var reader = new ElementReader(_bytes);
            if (reader.TryReadArrayHeader(out int count)
                && count == 3
                && reader.TryReadUtf8(out ReadOnlySpan<byte> tag)
                && tag.SequenceEqual("ping"u8)
                && reader.TryReadInt64(out long number)
                && reader.TryReadUtf8(out ReadOnlySpan<byte> port))
            {
                sum += number + port.Length;
            }
        }

        return sum;
    }

    private void WriteOnce()
    {
        _output.ResetWrittenCount();
        var writer = new ElementWriter(_output);
        writer.WriteArrayHeader(3);
        writer.WriteString("ping");
        writer.WriteInt64(42);
        writer.WriteString("node#port");
        writer.Flush();
    }
}

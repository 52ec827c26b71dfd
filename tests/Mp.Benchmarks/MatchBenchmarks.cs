using System.Runtime;
using BenchmarkDotNet.Attributes;
using Mp.CompilerServices;
using Mp.Ports;

namespace Mp.Benchmarks;

/// <summary>
/// Matching alone: a message goes through the tables of a port, and its handler adds a number to a field.
/// </summary>
public class MatchBenchmarks
{
    // As many whatever the number of handlers, so that all of them find the same caches; and too many for the processor
    // to learn by heart which handler comes next.
    private const int Messages = 16_384;

    private readonly MemoryMessage[] _memory = new MemoryMessage[Messages];
    private readonly WireMessage[] _wire = new WireMessage[Messages];
    private readonly MemoryMessage[] _numberedMemory = new MemoryMessage[Messages];
    private readonly WireMessage[] _numberedWire = new WireMessage[Messages];
    private TagCounter _generated = null!;
    private TagCounter _numbered = null!;
    private TagCounter _byHand = null!;

    /// <summary>How many handlers the port has; the tags of the messages are drawn from theirs.</summary>
    [Params(1, 50, 1_000)]
    public int Handlers { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _generated = TagPorts.Create(Handlers);
        _byHand = TagPorts.CreateByHand(Handlers);
        _ = _generated.Expect(long.MaxValue);
        _numbered = TagPorts.CreateNumbered(Handlers);
        _ = _byHand.Expect(long.MaxValue);
        _ = _numbered.Expect(long.MaxValue);
        string[] names = TagPorts.Names(Handlers);
        var random = new Random(1);
        for (int index = 0; index < Messages; index++)
        {
            int handler = random.Next(Handlers);
            _memory[index] = (MemoryMessage)Message.Create(names[handler], 1);
            _numberedMemory[index] = (MemoryMessage)Message.Create("m", handler, 1);
        }

        for (int index = 1; index < Messages; index++)
        {
            _memory[index - 1].Next = _memory[index];
        }

        // Afterwards, so that those of a kind lie beside each other, as fresh ones do.
        for (int index = 0; index < Messages; index++)
        {
            _wire[index] = Frames.Write(_memory[index]);
            _numberedWire[index] = Frames.Write(_numberedMemory[index]);
        }

        Settle();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    [BenchmarkCategory("memory")]
    public void MemoryByHand() => Match(_byHand, _memory);

    [Benchmark(OperationsPerInvoke = Messages)]
    [BenchmarkCategory("memory")]
    public void Memory() => Match(_generated, _memory);

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    [BenchmarkCategory("wire")]
    public void WireByHand() => Match(_byHand, _wire);

    [Benchmark(OperationsPerInvoke = Messages)]
    [BenchmarkCategory("wire")]
    public void Wire() => Match(_generated, _wire);

    /// <summary>As <see cref="Memory"/>, by the number after a tag that is the same in all.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    [BenchmarkCategory("memory")]
    public void MemoryByNumber() => Match(_numbered, _numberedMemory);

    /// <summary>As <see cref="Wire"/>, by the number after a tag that is the same in all.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    [BenchmarkCategory("wire")]
    public void WireByNumber() => Match(_numbered, _numberedWire);

    // Until all methods are compiled for good: the runtime does so aside, and puts it off as long as it sees new ones.
    private void Settle()
    {
        long compiled = 0;
        for (int quiet = 0; quiet < 10; quiet++)
        {
            for (int pass = 0; pass < 12; pass++)
            {
                Memory();
                Wire();
                MemoryByHand();
                WireByHand();
                MemoryByNumber();
                WireByNumber();
            }

            Thread.Sleep(150);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet : 0;
            compiled = JitInfo.GetCompiledMethodCount();
        }
    }

    private static void Match(Port port, MemoryMessage[] messages)
    {
        // As a port's turn does it.
        var ahead = new TagsAhead(port.HandlerTags);
        var dispatch = new Dispatch(port, port.HandlerTags);
        foreach (MemoryMessage message in messages)
        {
            dispatch.Begin(tag: ahead.Next(message, message.Next));
            port.Match(message, ref dispatch);
        }
    }

    private static void Match(Port port, WireMessage[] messages)
    {
        foreach (WireMessage message in messages)
        {
            var dispatch = new Dispatch(port);
            port.Match(message, ref dispatch);
        }
    }
}

using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>What matching costs the garbage collector: nothing but what handlers get.</summary>
public sealed class AllocationTests
{
    private const string FewTags = """
        public partial class Few : Port
        {
            private long _sum;
            [Rcv("add")] void OnAdd(long number) => _sum += number;
            [Rcv("text")] void OnText(string text, long number) => _sum += number + text.Length;
        }
        """;

    private const string ManyTags = """
        public partial class Many : Port
        {
            private long _sum;
            [Rcv("add")] void OnAdd(long number) => _sum += number;
            [Rcv("add")] void OnAdd(string text, PortId reply) => _sum += text.Length;
            [Rcv("text")] void OnText(string text, long number) => _sum += number + text.Length;
            [Rcv("a")] void A() { }
            [Rcv("b")] void B() { }
            [Rcv("c")] void C() { }
        }
        """;

    [Theory]
    [InlineData(FewTags, "Few")]
    [InlineData(ManyTags, "Many")]
    public void Match_OfWhateverComes_AllocatesNothing(string source, string type)
    {
        var port = (Port)Activator.CreateInstance(GeneratorHarness.Load(source).GetType(type)!)!;
        MemoryMessage[] memory =
        [
            Compose("add", 1),
            Compose("add", 1, "more"),
            Compose("add", "not a number"),
            Compose("text", "a text", "not a number"),
            Compose("text"),
            Compose("nobody", 1),
            Compose(1, "add"),
        ];
        WireMessage[] wire = Array.ConvertAll(memory, Write);
        MatchAll();

        long before = GC.GetAllocatedBytesForCurrentThread();
        MatchAll();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void MatchAll()
        {
            foreach (MemoryMessage message in memory)
            {
                var dispatch = new Dispatch(port);
                port.Match(message, ref dispatch);
            }

            foreach (WireMessage message in wire)
            {
                var dispatch = new Dispatch(port);
                port.Match(message, ref dispatch);
            }
        }
    }

    private static MemoryMessage Compose(params object?[] elements) => (MemoryMessage)Message.Create(elements);

    private static WireMessage Write(MemoryMessage message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        message.WriteElements(ref writer);
        writer.Flush();
        return new WireMessage(bytes.WrittenMemory, message.Count);
    }
}

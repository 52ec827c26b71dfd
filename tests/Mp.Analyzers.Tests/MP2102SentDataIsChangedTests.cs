using Mp.Analyzers.CodeFixes;

namespace Mp.Analyzers.Tests;

public sealed class MP2102SentDataIsChangedTests
{
    [Theory]
    [InlineData("List<int>", "sent.Add(1)")]
    [InlineData("List<int>", "sent[0] = 5")]
    [InlineData("List<int>", "sent[0]++")]
    [InlineData("List<int>", "sent[0] += 5")]
    [InlineData("List<int>", "sent.Capacity = 5")]
    [InlineData("List<int>", "sent.Sort()")]
    [InlineData("List<int>", "sent.Add(DateTime.Now.Year > 5 ? 1 : 2)")]
    [InlineData("List<int[]>", "sent[0][1] = 5")]
    [InlineData("IList<int>", "sent.Clear()")]
    [InlineData("Dictionary<string, int>", "sent[\"a\"] = 5")]
    [InlineData("Dictionary<string, int>", "sent.TryAdd(\"a\", 5)")]
    [InlineData("Dictionary<string, List<int>>", "sent[\"a\"].Add(5)")]
    [InlineData("HashSet<int>", "sent.UnionWith([5])")]
    [InlineData("byte[]", "sent[0] = 5")]
    [InlineData("byte[]", "Array.Clear(sent)")]
    [InlineData("byte[]", "Array.Sort(sent)")]
    [InlineData("byte[]", "Array.Copy(new byte[5], 0, sent, 1, 2)")]
    [InlineData("byte[]", "new byte[5].CopyTo(sent, 0)")]
    [InlineData("byte[]", "Random.Shared.NextBytes(sent)")]
    [InlineData("byte[]", "System.IO.Stream.Null.ReadExactly(sent.AsSpan(1))")]
    [InlineData("Holder", "sent.Value = 5")]
    [InlineData("Holder", "sent.Items.Add(5)")]
    [InlineData("Holder", "sent.Field = 5")]
    [InlineData("object[]", "sent[0] = 5")]
    public Task ChangeAfterASend_IsReported(string type, string change) => AnalyzerHarness.VerifyAsync($$"""
        class Holder
        {
            public int Field;
            public int Value { get; set; }
            public List<int> Items { get; } = [];
        }

        class Program
        {
            static void M(Node node, PortId to, {{type}} sent)
            {
                node.Snd(to, "x", sent);
                {|MP2102:{{change}}|};
            }
        }
        """);

    [Theory]
    [InlineData("Node.Snd(to, \"x\", 1, sent)")]
    [InlineData("Snd(to, \"x\", sent)")]
    [InlineData("Snd(to, \"x\", (object)sent)")]
    [InlineData("Snd(to, \"x\", to, 1 > 2 ? 1 : 2, sent)")]
    [InlineData("Snd(to, [\"x\", sent])")]
    [InlineData("Snd(to, \"x\", 1, 2, 3, 4, 5, 6, 7, sent)")]
    [InlineData("Snd(to, 5, sent)")]
    [InlineData("Snd(to, \"x\", new byte[][] { sent })")]
    [InlineData("Snd(to, \"x\", sent.AsMemory(0, 5))")]
    [InlineData("Snd(to, \"x\", new Blob(sent))")]
    [InlineData("Snd(to, new Said(sent))")]
    [InlineData("Kil(to, \"x\", sent)")]
    [InlineData("Mon(to, Self, \"x\", sent)")]
    public Task EveryWayToSend_IsSeen(string send) => AnalyzerHarness.VerifyAsync($$"""
        [Payload] record Blob(byte[] Bytes);
        [Message("said")] partial record Said(byte[] Bytes);

        partial class Echo : Port
        {
            [Rcv("x")]
            void M(PortId to)
            {
                byte[] sent = new byte[10];
                {{send}};
                {|MP2102:sent[0] = 5|};
            }
        }
        """);

    [Fact]
    public Task WayOfTheProgram_IsFollowed() => AnalyzerHarness.VerifyAsync("""
        using System.IO;

        partial class Echo : Port
        {
            private List<int> _batch = [];

            void Loop(PortId to, Stream stream)
            {
                byte[] buffer = new byte[100];
                while ({|MP2102:stream.Read(buffer, 0, 100)|} > 0)
                {
                    Snd(to, "chunk", buffer);
                }
            }

            void Branches(PortId to, List<int> list, bool isNow)
            {
                if (isNow)
                {
                    Snd(to, "x", list);
                }
                else
                {
                    list.Add(1);
                }

                {|MP2102:list.Add(2)|};
                list.Add(3);
            }

            void Finally(PortId to, List<int> list)
            {
                try { Snd(to, "x", list); return; } finally { {|MP2102:list.Clear()|}; }
            }

            [Rcv("flush")]
            async Task Flush(PortId to)
            {
                Snd(to, "batch", _batch);
                await Task.Yield();
                {|MP2102:_batch.Clear()|};
            }

            Action Lambda(PortId to) => () =>
            {
                var list = new List<int>();
                Snd(to, "x", list);
                {|MP2102:list.Add(1)|};
            };

            void Local(PortId to, List<int> list)
            {
                Inner();
                void Inner() { Snd(to, "x", list); {|MP2102:list.Add(1)|}; }
            }
        }
        """);

    [Fact]
    public Task ObjectThatWasNotSent_IsFine() => AnalyzerHarness.VerifyAsync("""
        partial class Echo : Port
        {
            private List<int> _batch = [];
            private readonly List<int> _all = [];

            void Before(PortId to, List<int> list) { list.Add(1); Snd(to, "x", list); }

            void Replaced(PortId to, List<int> list, Dictionary<string, List<int>> map)
            {
                Snd(to, "x", list);
                list = [];
                list.Add(1);
                Snd(to, "x", list);
                map.Remove("a", out list!);
                list.Add(1);
                Snd(to, "x", list);
                (list, _) = (new List<int>(), 5);
                list.Add(1);
            }

            void Loop(PortId to)
            {
                foreach (string name in new[] { "a", "b" })
                {
                    var list = new List<string>();
                    list.Add(name);
                    Snd(to, "x", list);
                }

                foreach (List<int> one in new List<List<int>>()) { one.Add(1); Snd(to, "x", one); }
            }

            void Copies(PortId to, List<int> list, byte[] bytes, object?[] elements)
            {
                Snd(to, "x", list.ToArray(), new List<int>(list), list.Count, (byte[])bytes.Clone(), bytes[0]);
                Snd(to, elements);
                list.Add(1);
                bytes[0] = 5;
                elements[0] = 5;
            }

            void Returns(PortId to, List<int> list, bool isNow)
            {
                if (isNow) { Snd(to, "x", list); return; }
                list.Add(1);
            }

            void Elsewhere(PortId to, List<int> list)
            {
                Snd(to, "x", list);
                _all.Add(1);
                Console.WriteLine(list.Contains(1));
            }

            void Own(PortId to) { Snd(to, "x", _batch); Reset(); _batch.Add(1); }
            void Reset() => _batch = [];

            void Immutable(PortId to, System.Collections.Immutable.ImmutableList<int> list)
            {
                Snd(to, "x", list);
                _ = list.Add(1);
            }

            void NoSend(List<int> list) { Console.WriteLine(list); list.Add(1); }
        }
        """);

    [Theory]
    [InlineData("byte[] x", "x[0] = 5", "(byte[])x.Clone()")]
    [InlineData("List<int> x", "x.Add(5)", "new List<int>(x)")]
    [InlineData("Dictionary<string, int> x", "x.Clear()", "new Dictionary<string, int>(x, x.Comparer)")]
    public Task Collection_IsCopied(string parameter, string change, string copy) => AnalyzerHarness.VerifyFixAsync(
        new SendCopyCodeFix(),
        $$"""
        class Program
        {
            static void M(Node node, PortId to, {{parameter}})
            {
                node.Snd(to, "x", 1, x /* so */);
                {|MP2102:{{change}}|};
            }
        }
        """,
        $$"""
        class Program
        {
            static void M(Node node, PortId to, {{parameter}})
            {
                node.Snd(to, "x", 1, {{copy}} /* so */);
                {{change}};
            }
        }
        """);

    [Fact]
    public async Task OtherObject_IsNotOfferedToBeCopied() => Assert.False(await AnalyzerHarness.IsFixOfferedAsync(
        new SendCopyCodeFix(),
        "class C { int X; void M(Node node, PortId to, C c) { node.Snd(to, \"x\", c); c.X = 5; } }"));
}

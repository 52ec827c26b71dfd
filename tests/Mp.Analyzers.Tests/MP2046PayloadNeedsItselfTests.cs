namespace Mp.Analyzers.Tests;

public sealed class MP2046PayloadNeedsItselfTests
{
    [Fact]
    public Task PayloadsThatNeedThemselves_AreReported_HoweverFarTheWayIs() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Chain(int Value, Chain {|MP2046:Next|});
        [Payload] class Ring { public required Ring {|MP2046:Next|} { get; set; } }
        [Payload] record Left(Middle {|MP2046:Middle|});
        [Payload] record struct Middle(Right {|MP2046:Right|});
        [Payload] record Right(int Id, Left {|MP2046:Left|});
        [Payload] record Node<T>(T Value, Node<List<T>> {|MP2046:Next|});
        [Payload] record Holder(Node<int> Node);
        """);

    [Fact]
    public Task PayloadsThatComeToAnEnd_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Chain(int Value, Chain? Next);
        [Payload] record Tree(List<Tree> Children, Tree[] More, Dictionary<string, Tree> Named);
        [Payload] class Ring { public Ring Next { get; set; } = null!; }
        [Payload] record Left(Right Right);
        [Payload] record Right(Left? Left, Other Other, Other Another);
        [Payload] record Other(int Id);
        [Payload] record Box<T>(T Content);
        [Payload] record Holder(Box<Holder?> Box);
        [Payload] record Nested(Box<Box<Box<int>>> Box);
        """);

    [Fact]
    public Task PayloadThatMayHoldAWiderFormOfItself_IsFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Node<T>(T Value, Node<List<T>>? Next);
        [Payload] record Holder(Node<int> Node);
        partial class Echo : Port { [Rcv("node")] void OnNode(Node<int> node) { } }
        """);

    [Fact]
    public Task MembersWithACodecByHand_EndTheCycle() => AnalyzerHarness.VerifyAsync("""
        [Payload] record Chain(int Value, [PayloadCodec(typeof(ChainCodec))] Chain Next);
        [Payload] class Ring { [PayloadCodec(typeof(RingCodec))] public required Ring Next { get; set; } }

        class ChainCodec : IPayloadCodec<Chain, int>
        {
            public int ToPayload(Chain value) => value.Value;
            public bool TryFromPayload(int payload, out Chain value) => (value = null!) is not null;
        }

        class RingCodec : IPayloadCodec<Ring, int>
        {
            public int ToPayload(Ring value) => 0;
            public bool TryFromPayload(int payload, out Ring value) => (value = null!) is not null;
        }
        """);
}

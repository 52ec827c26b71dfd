namespace Mp.Analyzers.Tests;

public sealed class MP2044UnionCaseIsNoPayloadTests
{
    [Fact]
    public Task TypeThatIsNotMarked_IsReported() => AnalyzerHarness.VerifyAsync("""
        [{|MP2044:Union(0, typeof(Circle))|}] interface IShape;
        class Circle : IShape;
        """);

    [Fact]
    public Task TypeThatIsMarked_IsFine() => AnalyzerHarness.VerifyAsync("""
        [Union(0, typeof(Circle))] interface IShape;
        [Payload] class Circle : IShape;
        """);

    [Fact]
    public Task TypeWithACodecByHand_IsFine() => AnalyzerHarness.VerifyAsync("""
        [Union(0, typeof(Circle))] interface IShape;
        [PayloadCodec(typeof(CircleCodec))] class Circle : IShape;

        class CircleCodec : IPayloadCodec<Circle, int>
        {
            public int ToPayload(Circle value) => 0;
            public bool TryFromPayload(int payload, out Circle value) => (value = new()) is not null;
        }
        """);
}

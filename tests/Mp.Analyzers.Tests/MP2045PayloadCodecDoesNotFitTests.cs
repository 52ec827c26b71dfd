namespace Mp.Analyzers.Tests;

public sealed class MP2045PayloadCodecDoesNotFitTests
{
    [Fact]
    public Task CodecsThatDoNotFit_AreReported() => AnalyzerHarness.VerifyAsync("""
        [PayloadCodec(typeof(OfLong))] class {|MP2045:Other|};
        [PayloadCodec(typeof(Taking))] class {|MP2045:Taken|};
        [PayloadCodec(typeof(OfPlain))] class {|MP2045:Plain|};
        [Payload] record Order([PayloadCodec(typeof(OfLong))] Version {|MP2045:Id|});

        partial class Shop : Port
        {
            [Rcv("a")] void On([PayloadCodec(typeof(OfLong))] Version {|MP2045:version|}) { }
        }

        class OfLong : IPayloadCodec<long, string>
        {
            public string ToPayload(long value) => "";
            public bool TryFromPayload(string payload, out long value) => long.TryParse(payload, out value);
        }

        class Taking(int x) : IPayloadCodec<Taken, int>
        {
            public int ToPayload(Taken value) => x;
            public bool TryFromPayload(int payload, out Taken value) { value = new(); return true; }
        }

        class OfPlain : IPayloadCodec<Plain, Action>
        {
            public Action ToPayload(Plain value) => () => { };
            public bool TryFromPayload(Action payload, out Plain value) { value = new(); return true; }
        }
        """);

    [Fact]
    public Task CodecsThatFit_AreFine() => AnalyzerHarness.VerifyAsync("""
        [PayloadCodec(typeof(MoneyCodec))] readonly record struct Money(long Cents);
        [Payload] record Order(Money Total, [PayloadCodec(typeof(MoneyCodec))] Money? Rest);

        partial class Shop : Port
        {
            [Rcv("a")] void On(Money money, [PayloadCodec(typeof(MoneyCodec))] Money? rest = null) { }
        }

        struct MoneyCodec : IPayloadCodec<Money, long>
        {
            public long ToPayload(Money value) => value.Cents;
            public bool TryFromPayload(long payload, out Money value) { value = new(payload); return payload >= 0; }
        }
        """);
}

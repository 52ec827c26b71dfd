namespace Mp.Analyzers.Tests;

public sealed class MP1102ElementsAreNotReceivedTests
{
    [Theory]
    [InlineData("int x", "{|MP1102:\"a\"|}")]
    [InlineData("int x", "\"a\", {|MP1102:\"text\"|}")]
    [InlineData("int x", "\"a\", {|MP1102:1.0|}")]
    [InlineData("int x", "\"a\", {|MP1102:true|}")]
    [InlineData("int x", "\"a\", {|MP1102:5_000_000_000|}")]
    [InlineData("int x", "\"a\", {|MP1102:(int?)null|}")]
    [InlineData("uint x", "\"a\", {|MP1102:-1|}")]
    [InlineData("byte x", "\"a\", {|MP1102:256|}")]
    [InlineData("bool x", "\"a\", {|MP1102:1|}")]
    [InlineData("double x", "\"a\", {|MP1102:\"1\"|}")]
    [InlineData("string x", "\"a\", {|MP1102:1|}")]
    [InlineData("string x", "\"a\", {|MP1102:new byte[1]|}")]
    [InlineData("PortId x", "\"a\", {|MP1102:1|}")]
    [InlineData("PortId x", "\"a\", {|MP1102:\"no port\"|}")]
    [InlineData("byte[] x", "\"a\", {|MP1102:new List<byte>()|}")]
    [InlineData("int[] x", "\"a\", {|MP1102:1|}")]
    [InlineData("int[] x", "\"a\", {|MP1102:new Dictionary<string, int>()|}")]
    [InlineData("Order x", "\"a\", {|MP1102:1|}")]
    [InlineData("int x", "\"a\", {|MP1102:new Order(1)|}")]
    [InlineData("object x", "\"a\", {|MP1102:(string?)null|}")]
    [InlineData("IShape x", "\"a\", {|MP1102:new Circle(1)|}")]
    [InlineData("int x, string y = \"\"", "\"a\", 1, {|MP1102:2|}")]
    public Task ElementOfAnotherType_IsReported(string parameters, string sent) => VerifyAsync("\"a\"", parameters, sent);

    [Theory]
    [InlineData("int x", "\"a\", 1")]
    [InlineData("int x", "\"a\", 5L")]
    [InlineData("int x", "\"a\", 'x'")]
    [InlineData("IShape x", "\"a\", (IShape)new Circle(1)")]
    [InlineData("Circle x", "\"a\", new Circle(1)")]
    [InlineData("Box<int> x", "\"a\", new Box<int>(1)")]
    [InlineData("int x", "\"a\", Color.Red")]
    [InlineData("Color x", "\"a\", 7")]
    [InlineData("double x", "\"a\", 1")]
    [InlineData("float x", "\"a\", 1.5")]
    [InlineData("string x", "\"a\", me")]
    [InlineData("string x", "\"a\", echo")]
    [InlineData("PortId x", "\"a\", \"node#port\"")]
    [InlineData("PortId x", "\"a\", node.CreatePort()")]
    [InlineData("PortId<Echo> x", "\"a\", me")]
    [InlineData("int[] x", "\"a\", new List<int>()")]
    [InlineData("int[] x", "\"a\", new Queue<int>()")]
    [InlineData("Dictionary<string, long> x", "\"a\", new Dictionary<string, int>()")]
    [InlineData("Order x", "\"a\", new Order(1)")]
    [InlineData("object x", "\"a\", 1")]
    [InlineData("int? x", "\"a\", (int?)null")]
    [InlineData("int x = 1", "\"a\"")]
    [InlineData("", "\"a\", 1, 2")]
    public Task ElementThatFits_IsFine(string parameters, string sent) => VerifyAsync("\"a\"", parameters, sent);

    // What travels is what its codec makes of it.
    [Theory]
    [InlineData("[PayloadCodec(typeof(OrderCodec))] Order x", "\"a\", \"7\"")]
    [InlineData("[PayloadCodec(typeof(OrderCodec))] Order x", "\"a\", {|MP1102:7|}")]
    [InlineData("[PayloadCodec(typeof(OrderCodec))] Order x", "\"a\", {|MP1102:(string?)null|}")]
    [InlineData("[PayloadCodec(typeof(OrderCodec))] Order? x", "\"a\", (string?)null")]
    public Task ElementWithACodecByHand_IsWhatTravels(string parameters, string sent) =>
        VerifyAsync("\"a\"", parameters, sent);

    [Theory]
    [InlineData("\"a\", Any, 3", "\"a\", 1, {|MP1102:4|}")]
    [InlineData("\"a\", Any, 3", "{|MP1102:\"a\"|}, 1")]
    [InlineData("\"a\", true", "\"a\", {|MP1102:false|}")]
    [InlineData("\"a\", null", "\"a\", {|MP1102:0|}")]
    [InlineData("\"a\", 1.5", "\"a\", {|MP1102:1|}")]
    [InlineData("\"a\", \"b\"", "\"a\", {|MP1102:\"c\"|}")]
    [InlineData("1", "{|MP1102:2|}, 3")]
    [InlineData("1", "{|MP1101:\"a\"|}, 3")]
    public Task ConstantThatDiffers_IsReported(string pattern, string sent) => VerifyAsync(pattern, "", sent);

    [Theory]
    [InlineData("\"a\", Any, 3", "\"a\", \"x\", 3L, 4")]
    [InlineData("\"a\", null", "\"a\", (string?)null")]
    [InlineData("\"a\", 3.0", "\"a\", 3")]
    [InlineData("\"a\", 97", "\"a\", 'a'")]
    [InlineData("\"a\", Color.Red", "\"a\", 0")]
    [InlineData("1", "1L, 2")]
    public Task ConstantThatIsEqual_IsFine(string pattern, string sent) => VerifyAsync(pattern, "", sent);

    [Fact]
    public async Task Message_SaysWhichElementIsWrong_AndWhatIsExpected()
    {
        IReadOnlyList<string> messages = await SendHarness.MessagesOfAsync("""
            sealed partial class Echo : Port
            {
                [Rcv("log")] void OnLog(string text) { }
                [Rcv("log")] void OnLog(double number, int level) { }
                void Run(PortId<Echo> echo, DayOfWeek day)
                {
                    Snd(echo, "log", 1, "high");
                    Snd(echo, "log");
                }
            }
            """);

        Assert.Equal(
            [
                "No handler of 'Echo' takes [\"log\", int, \"high\"]: element 2 is string, and must be int; "
                + "it takes [\"log\", string text] or [\"log\", double number, int level]",
                "No handler of 'Echo' takes [\"log\"]: element 1 is missing; "
                + "it takes [\"log\", string text] or [\"log\", double number, int level]",
            ],
            messages);
    }

    private static Task VerifyAsync(string pattern, string parameters, string sent) => SendHarness.VerifyAsync($$"""
        sealed partial class Echo : Port
        {
            [Rcv({{pattern}})] void OnIt({{parameters}}) { }

            static void Run(Node node, PortId<Echo> echo, PortId me) => node.Snd(echo, {{sent}});
        }

        enum Color { Red }

        [Payload] sealed record Order(int Id);
        [Mp.Payloads.Union(0, typeof(Circle))] interface IShape;
        [Payload] sealed record Circle(int Radius) : IShape;
        [Payload] sealed record Box<T>(T Content);

        sealed class OrderCodec : IPayloadCodec<Order, string>
        {
            public string ToPayload(Order value) => value.Id.ToString();
            public bool TryFromPayload(string payload, out Order value) => (value = new(payload.Length)) is not null;
        }
        """);
}

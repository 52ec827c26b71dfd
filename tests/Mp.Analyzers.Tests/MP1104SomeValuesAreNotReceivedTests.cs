namespace Mp.Analyzers.Tests;

public sealed class MP1104SomeValuesAreNotReceivedTests
{
    [Theory]
    [InlineData("int x", "long value")]
    [InlineData("uint x", "int value")]
    [InlineData("char x", "int value")]
    [InlineData("int x", "object value")]
    [InlineData("int x", "int? value")]
    [InlineData("string x", "string? value")]
    [InlineData("PortId x", "string value")]
    [InlineData("int[] x", "List<long> value")]
    [InlineData("int[] x", "string[] value")]
    public Task TypeWhoseValuesFitSometimes_IsReported(string parameter, string value) =>
        VerifyAsync("\"a\"", parameter, value, "{|MP1104:value|}");

    [Theory]
    [InlineData("long x", "int value")]
    [InlineData("double x", "long value")]
    [InlineData("int x", "ushort value")]
    [InlineData("object x", "object value")]
    [InlineData("object? x", "string? value")]
    [InlineData("int? x", "int? value")]
    [InlineData("string? x", "string? value")]
    [InlineData("int[] x", "IEnumerable<int> value")]
    [InlineData("int x", "dynamic value")]
    [InlineData("Order x", "Order value")]
    [InlineData("Order x", "Other value")]
    public Task TypeWhoseValuesAllFit_OrThatIsNotKnown_IsFine(string parameter, string value) =>
        VerifyAsync("\"a\"", parameter, value, "value");

    [Fact]
    public Task ValueThatTheCompilerKnowsNotToBeNull_IsFine() => SendHarness.VerifyAsync("""
        sealed partial class Echo : Port
        {
            [Rcv("a")] void OnIt(string x) { }

            void Run(PortId<Echo> echo, string? value)
            {
                if (value is not null)
                {
                    Snd(echo, "a", value);
                }
            }
        }
        """);

    [Fact]
    public Task TypeParameter_IsFine() => SendHarness.VerifyAsync("""
        sealed partial class Echo : Port
        {
            [Rcv("a")] void OnIt(int x) { }
            void Run<T>(PortId<Echo> echo, T value) => Snd(echo, "a", value);
        }
        """);

    [Theory]
    [InlineData("\"a\", 3", "int value")]
    [InlineData("\"a\", \"b\"", "string value")]
    [InlineData("\"a\", true", "bool value")]
    [InlineData("\"a\", null", "string? value")]
    public Task VariableWhereOneConstantIsAsked_IsReported(string pattern, string value) =>
        VerifyAsync(pattern, "", value, "{|MP1104:value|}");

    [Fact]
    public Task SeveralHandlersThatTellValuesApart_AreFine() => SendHarness.VerifyAsync("""
        sealed partial class Switch : Port
        {
            [Rcv("set", true)] void On() { }
            [Rcv("set", false)] void Off() { }
            [Rcv("log")] void Log(string text) { }
            [Rcv("log")] void Log(double number) { }

            void Run(PortId<Switch> target, bool isOn, object anything)
            {
                Snd(target, "set", isOn);
                Snd(target, "log", anything);
            }
        }
        """);

    [Fact]
    public Task ClassThatReceivesTheRest_IsFine() => SendHarness.VerifyAsync("""
        sealed partial class Counter : Port
        {
            [Rcv("set")] void Set(int x) { }
            [RcvUnmatched] void Rest() { }
            void Run(PortId<Counter> counter, long x) => Snd(counter, "set", x);
        }
        """);

    [Fact]
    public async Task Message_SaysWhichValuesFit() => Assert.Equal(
        ["'Echo' takes [\"a\", long] only for some values: element 1 is long, and must be int; expected [\"a\", int x]"],
        await SendHarness.MessagesOfAsync("""
            sealed partial class Echo : Port
            {
                [Rcv("a")] void OnIt(int x) { }
                void Run(PortId<Echo> echo, long value) => Snd(echo, "a", value);
            }
            """));

    private static Task VerifyAsync(string pattern, string parameter, string value, string sent) =>
        SendHarness.VerifyAsync($$"""
            sealed partial class Echo : Port
            {
                [Rcv({{pattern}})] void OnIt({{parameter}}) { }
                static void Run(Node node, PortId<Echo> echo, {{value}}) => node.Snd(echo, "a", {{sent}});
            }

            [Payload] sealed record Order(int Id);
            [Payload] sealed record Other(int Id);
            """);
}

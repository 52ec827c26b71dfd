namespace Mp.Analyzers.Tests;

public sealed class MP1201ArmIsLostTests
{
    private const string File = """
        mp-contracts 1

        port Demo.Echo
            ["ping", PortId from, int count]
        """;

    [Fact]
    public Task HandlerThatIsGone_IsReported_AtTheClass() => ContractFileHarness.VerifyAsync(
        """
        namespace Demo;
        partial class {|MP1204:{|MP1201:Echo|}|} : Port { [Rcv("pong")] void OnPing(PortId from, int count) { } }
        """,
        File);

    [Fact]
    public Task HandlerThatTakesAnotherType_IsReported() => ContractFileHarness.VerifyAsync(
        """
        namespace Demo;
        partial class {|MP1204:{|MP1201:Echo|}|} : Port { [Rcv("ping")] void OnPing(PortId from, string count) { } }
        """,
        File);

    [Fact]
    public Task ClassWithoutHandlers_IsReported() => ContractFileHarness.VerifyAsync(
        "namespace Demo; partial class {|MP1201:Echo|} : Port { }",
        File);

    [Fact]
    public Task ClassThatIsGone_IsReported_InTheFile() => ContractFileHarness.VerifyAsync(
        "",
        """
        mp-contracts 1

        # since 1.0
        {|MP1201:port Demo.Echo|}
            ["ping", PortId from, int count]
        """);

    [Fact]
    public Task NestedClass_AndInterface_AreReported() => ContractFileHarness.VerifyAsync(
        """
        partial class Outer<T> { partial class {|MP1204:{|MP1201:Echo|}|} : Port { [Rcv("b")] void On() { } } }
        interface {|MP1204:{|MP1201:IEcho|}|} { [Rcv("b")] void On(); }
        """,
        """
        mp-contracts 1
        interface IEcho
            ["a"]
        port Outer`1+Echo
            ["a"]
        """);

    [Fact]
    public Task HandlerThatIsAsTheFileSays_IsFine() => ContractFileHarness.VerifyAsync(
        """
        namespace Demo;
        partial class Echo : Port { [Rcv("ping")] void OnPing(PortId sender, int number) { } }
        """,
        File);

    [Fact]
    public Task HandlerOfABaseClassElsewhere_IsFine() => ContractFileHarness.VerifyAsync(
        "public partial class Echo : Base { [Rcv(\"b\")] void On() { } }",
        """
        mp-contracts 1
        port Echo : Base
            ["b"]
        """,
        SendHarness.CompileLibrary("public abstract partial class Base : Port { [Rcv(\"a\")] void On() { } }"));

    [Fact]
    public Task Project_WithoutAFile_IsFine() => ContractFileHarness.VerifyAsync(
        "partial class Echo : Port { [Rcv(\"a\")] void On() { } }",
        file: null);

    [Theory]
    [InlineData("[Rcv(\"ping\")] void OnPing(PortId from, Missing count) { }")]
    [InlineData("[Rcv(\"ping\")] void OnPing(PortId from, Action count) { }")]
    [InlineData("[Rcv(Missing)] void OnPing(PortId from, int count) { }")]
    [InlineData("[Rcv(\"ping\")] int OnPing(PortId from) { }")]
    public Task HandlerThatIsWrongInItself_IsLeftToThoseWhoSaySo(string handler) => ContractFileHarness.VerifyAsync(
        $"namespace Demo; partial class Echo : Port {{ {handler} }}",
        File);

    [Fact]
    public async Task Message_SaysWhatIsLost_AndWhatToDo() => Assert.Equal(
        "'Demo.Echo' does not receive [\"ping\", PortId from, int count] any more: element 2 was int, and is byte; "
            + "peers built before may rely on it: undo that, or update MpContracts.txt",
        (await ContractFileHarness.MessagesOfAsync(
            "namespace Demo; partial class Echo : Port { [Rcv(\"ping\")] void OnPing(PortId from, byte count) { } }",
            File)).First());

    [Fact]
    public Task CodeFix_WritesTheFileAnew() => ContractFileHarness.VerifyFixAsync(
        """
        namespace Demo;
        partial class Echo : Port
        {
            [Rcv("ping")] void OnPing(PortId from, string count) { }
            [Rcv("gone")] void OnGone() { }
        }
        """,
        File,
        """
        mp-contracts 1

        port Demo.Echo
            ["gone"]
            ["ping", PortId from, string count]

        """);

    [Fact]
    public Task CodeFix_OfAClassThatIsGone_IsOfferedInTheFile() =>
        ContractFileHarness.VerifyFixAsync("", "# ours\n" + File, "# ours\nmp-contracts 1\n");
}

namespace Mp.Analyzers.Tests;

public sealed class MP1103OnlyDerivedMayReceiveTests
{
    [Theory]
    [InlineData("public partial class Echo : Port", false)]
    [InlineData("abstract partial class Echo : Port", false)]
    [InlineData("abstract partial class Echo : Port", true)]
    [InlineData("class Other : Echo { } partial class Echo : Port", true)]
    public Task ClassThatOthersMayDeriveFrom_IsAWarning(string declaration, bool isProgram) =>
        VerifyAsync(declaration, "MP1103", isProgram);

    [Theory]
    [InlineData("public sealed partial class Echo : Port", false)]
    [InlineData("partial class Echo : Port", false)]
    [InlineData("public partial class Echo : Port", true)]
    public Task ClassThatNobodyDerivesFrom_IsAnError(string declaration, bool isProgram) =>
        VerifyAsync(declaration, "MP1101", isProgram);

    [Fact]
    public Task InternalClassWithFriends_IsAWarning() => SendHarness.VerifyAsync("""
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]
        partial class Echo : Port
        {
            [Rcv("ping")] void OnPing() => Snd(Self, {|MP1103:"pign"|});
        }
        """);

    [Fact]
    public Task PortThatIsCreatedHere_IsOfNoOtherClass() => SendHarness.VerifyAsync("""
        public partial class Echo : Port
        {
            [Rcv("ping")] void OnPing() { }

            static void Run(Node node, bool isOther)
            {
                PortId<Echo> echo = node.CreatePort(new Echo());
                var other = node.CreatePort(new Echo());
                other = isOther ? echo : other;
                node.Snd(echo, {|MP1101:"pign"|});
                node.Snd(other, {|MP1103:"pign"|});
            }
        }
        """);

    [Fact]
    public Task ConstraintOfATypeParameter_IsOpen() => SendHarness.VerifyAsync("""
        sealed class Sender<TPort>(PortId<TPort> port) : Port where TPort : Echo
        {
            void Run() => Snd(port, {|MP1103:"pign"|});
        }

        public partial class Echo : Port { [Rcv("ping")] void OnPing() { } }
        """);

    [Fact]
    public async Task Message_SaysThatADerivedClassMay() => Assert.Equal(
        [
            "'Echo' has no handler for \"pign\"; did you mean \"ping\"? It takes [\"ping\"]; "
            + "only a class that derives from 'Echo' may",
        ],
        await SendHarness.MessagesOfAsync("""
            public partial class Echo : Port
            {
                [Rcv("ping")] void OnPing() => Snd(Self, "pign");
            }
            """));

    private static Task VerifyAsync(string declaration, string id, bool isProgram) => SendHarness.VerifyAsync(
        $$"""
        {{declaration}}
        {
            [Rcv("ping")] void OnPing() { }
        }

        static class Program
        {
            static void Main() { }
            static void Run(Node node, PortId<Echo> echo) => node.Snd(echo, {|{{id}}:"pign"|});
        }
        """,
        isProgram: isProgram);
}

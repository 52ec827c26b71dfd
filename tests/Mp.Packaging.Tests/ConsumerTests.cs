namespace Mp.Packaging.Tests;

[Collection(nameof(PackageUsers))]
public sealed class ConsumerTests(PackageFixture package)
{
    private const string Program = """
        TaskCompletionSource<string> received = new();
        await using Node node = await Node.StartAsync();
        PortId<Echo> echo = node.CreatePort(new Echo(received));

        node.Snd(echo, "ping", 42, "hello");

        Console.WriteLine(await received.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        Console.WriteLine(Any);

        internal sealed partial class Echo(TaskCompletionSource<string> received) : Port
        {
            [Rcv("ping", Any)]
            private void Ping(long sequence, string note) => received.SetResult($"ping {sequence} {note}");
        }
        """;

    [Fact]
    public async Task FreshProject_WithThePackage_BuildsWithoutWarningsAndRuns()
    {
        ConsumerProject consumer = package.CreateConsumer("fresh", Program);

        (await consumer.BuildAsync()).MustSucceed();
        CommandResult run = (await consumer.RunAsync()).MustSucceed();

        Assert.Equal(["ping 42 hello", "Any"], LinesOf(run));
    }

    [Fact]
    public async Task FreshProject_PublishedTrimmedIntoOneFile_HasNoWarningsAndRuns()
    {
        ConsumerProject consumer = package.CreateConsumer("trimmed", Program);

        (await consumer.PublishTrimmedAsync()).MustSucceed();
        CommandResult run = (await consumer.RunPublishedAsync()).MustSucceed();

        Assert.Equal(["ping 42 hello", "Any"], LinesOf(run));
    }

    [Fact]
    public async Task ClassThatIsNotPartial_InAFreshProject_IsAnErrorOfTheBuild()
    {
        ConsumerProject consumer = package.CreateConsumer("broken", """
            await using Node node = await Node.StartAsync();
            node.CreatePort(new Echo());

            internal sealed class Echo : Port
            {
                [Rcv("ping")]
                private void Ping(long sequence) => Console.WriteLine(sequence);
            }
            """);

        CommandResult build = await consumer.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error MP1001", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MisspeltTag_InAFreshProject_IsAnErrorOfTheBuild()
    {
        ConsumerProject consumer = package.CreateConsumer(
            "misspelt",
            Program.Replace("\"ping\", 42", "\"pign\", 42", StringComparison.Ordinal));

        CommandResult build = await consumer.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error MP1101", build.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean \"ping\"?", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArmThatIsRemoved_InAFreshProjectWithAContractFile_IsAnErrorOfTheBuild()
    {
        const string Pong = "[Rcv(\"pong\")] private void OnPong() => Console.WriteLine(Self);";
        const string Contracted = $$"""
            await using Node node = await Node.StartAsync();
            node.CreatePort(new Echo());

            internal sealed partial class Echo : Port
            {
                [Rcv("ping")] private void OnPing(long sequence) => Console.WriteLine(sequence);
                {{Pong}}
            }
            """;
        ConsumerProject consumer = package.CreateConsumer("contracted", Contracted);
        consumer.WriteFile("MpContracts.txt", """
            mp-contracts 1

            port Echo
                ["ping", long sequence]
                ["pong"]
            """);
        (await consumer.BuildAsync()).MustSucceed();
        consumer.WriteFile("Program.cs", Contracted.Replace(Pong, "", StringComparison.Ordinal));

        CommandResult build = await consumer.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error MP1201", build.Output, StringComparison.Ordinal);
        Assert.Contains("'Echo' does not receive [\"pong\"] any more", build.Output, StringComparison.Ordinal);
    }

    private static string[] LinesOf(CommandResult run) =>
        run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

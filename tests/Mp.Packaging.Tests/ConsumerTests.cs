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

    private static string[] LinesOf(CommandResult run) =>
        run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

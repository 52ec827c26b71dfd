using Mp.Benchmarks.Quiet;

namespace Mp.Benchmarks.Tests.Quiet;

public sealed class QuietRunsTests
{
    private const int Processors = 2;

    private static readonly Arguments TwoRuns = new([], Runs: 2, WarmUps: 0);

    [Fact]
    public async Task RunsThatNobodyDisturbs_AreNotRepeated()
    {
        RunSet<int> set = await CollectAsync(othersOfRun: [0, 0.09]);

        Assert.Equal([1, 2], set.Results);
        Assert.Equal("repeated=0 disturbed=0", set.Note);
    }

    [Fact]
    public async Task DisturbedRun_IsRepeated_AndLeftOut()
    {
        RunSet<int> set = await CollectAsync(othersOfRun: [0, 0.5, 0]);

        Assert.Equal([1, 3], set.Results);
        Assert.Equal("repeated=1 disturbed=0", set.Note);
    }

    [Fact]
    public async Task MachineThatIsNeverQuiet_EndsWithTheLeastDisturbedRuns()
    {
        RunSet<int> set = await CollectAsync(othersOfRun: [0.5, 0.2, 0.9, 0.8, 0.3, 0.7]);

        Assert.Equal([2, 5], set.Results);
        Assert.Equal("repeated=4 disturbed=2", set.Note);
    }

    [Fact]
    public async Task QuietRuns_ComeBeforeTheLeastDisturbed()
    {
        RunSet<int> set = await CollectAsync(othersOfRun: [0.5, 0.2, 0.9, 0.8, 0.3, 0.05]);

        Assert.Equal([6, 2], set.Results);
        Assert.Equal("repeated=4 disturbed=1", set.Note);
    }

    [Fact]
    public async Task WarmUps_AreNeitherJudgedNorKept()
    {
        RunSet<int> set = await CollectAsync(othersOfRun: [0.9, 0, 0], TwoRuns with { WarmUps = 1 });

        Assert.Equal([2, 3], set.Results);
        Assert.Equal("repeated=0 disturbed=0", set.Note);
    }

    [Fact]
    public async Task MachineThatShowsNothing_IsTakenAsItIs()
    {
        int run = 0;
        var runs = new QuietRuns(() => null, Processors);

        RunSet<int> set = await runs.CollectAsync(TwoRuns, () => Task.FromResult(++run));

        Assert.Equal([1, 2], set.Results);
        Assert.Equal("", set.Note);
    }

    // Each run takes a second, in which others have that part of the machine, and this program all the rest.
    private static Task<RunSet<int>> CollectAsync(double[] othersOfRun, Arguments? arguments = null)
    {
        int run = 0;
        var now = new MachineReading(TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        var runs = new QuietRuns(() => now, Processors);
        return runs.CollectAsync(arguments ?? TwoRuns, () =>
        {
            TimeSpan others = TimeSpan.FromSeconds(Processors * othersOfRun[run]);
            TimeSpan all = TimeSpan.FromSeconds(Processors);
            now = new MachineReading(now.Wall + TimeSpan.FromSeconds(1), now.Busy + all, now.Own + all - others);
            return Task.FromResult(++run);
        });
    }
}

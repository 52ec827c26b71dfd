using Mp.TestKit;

namespace Mp.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Timers_FireInDueOrder_EachAtItsInstant()
    {
        DateTimeOffset start = _time.GetUtcNow();
        Set("late", 3);
        Set("early", 1);
        Set("also early", 1);

        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["early@1", "also early@1"], _fired);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("late@3", _fired[2]);
        Assert.Equal(start.AddSeconds(4), _time.GetUtcNow());
        Assert.Equal(0, _time.PendingTimers);

        void Set(string name, int seconds) => _time.CreateTimer(
            _ => _fired.Add($"{name}@{(_time.GetUtcNow() - start).TotalSeconds}"),
            null,
            TimeSpan.FromSeconds(seconds),
            Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void PeriodicTimer_FiresUntilItIsDisposed()
    {
        ITimer timer = _time.CreateTimer(_ => _fired.Add("tick"), null, OneSecond, OneSecond);

        _time.Advance(TimeSpan.FromSeconds(3));
        timer.Dispose();
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(3, _fired.Count);
    }

    [Fact]
    public void Timer_ThatIsChanged_ForgetsWhenItWasDue()
    {
        ITimer timer = _time.CreateTimer(_ => _fired.Add("tick"), null, OneSecond, Timeout.InfiniteTimeSpan);

        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(_fired);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Single(_fired);
    }

    [Fact]
    public async Task Delay_OfThePlatform_RunsByIt()
    {
        Task delay = Task.Delay(TimeSpan.FromMinutes(1), _time);

        _time.Advance(TimeSpan.FromMinutes(1));

        await delay.Bounded();
    }
}

using Mp.Scheduling;

namespace Mp.Runtime.Tests.Scheduling;

/// <summary>A worker looks around for work as long as it would find some now and then, and otherwise once.</summary>
public sealed class SearchPatienceTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMicroseconds(5);
    private static readonly TimeSpan Late = TimeSpan.FromMicroseconds(20);

    private readonly ManualTimeProvider _clock = new();
    private readonly HeldThreads _threads = new();
    private readonly WorkerPool _pool;

    public SearchPatienceTests() => _pool = new WorkerPool(1, _threads, _clock);

    [Fact]
    public void Pool_ThatKnowsNothingYet_LooksAround() => Assert.True(_pool.LooksAround > 1);

    [Fact]
    public void WorkThatComesLate_TimeAndAgain_IsNotLookedForAnyMore()
    {
        Work(times: SearchPatience.MostMisses, after: Late);

        Assert.Equal(1, _pool.LooksAround);
    }

    [Fact]
    public void WorkThatComesLate_NowAndThen_IsLookedFor()
    {
        Work(times: SearchPatience.MostMisses - 1, after: Late);
        Work(times: 1, after: Soon);
        Work(times: SearchPatience.MostMisses - 1, after: Late);

        Assert.True(_pool.LooksAround > 1);
    }

    [Fact]
    public void WorkThatComesSoonAgain_IsLookedForAgain()
    {
        Work(times: SearchPatience.MostMisses, after: Late);
        Work(times: 1, after: Soon);

        Assert.True(_pool.LooksAround > 1);
    }

    [Fact]
    public void WorkThatTakesLong_DoesNotCountAsAPause()
    {
        Work(times: 2 * SearchPatience.MostMisses, after: Soon, lasts: Late);

        Assert.True(_pool.LooksAround > 1);
    }

    [Fact]
    public void WorkerThatLooksOnce_FindsWhatIsThere()
    {
        Work(times: SearchPatience.MostMisses, after: Late);
        var ran = new List<int>();
        _pool.Share(new NumberedWork(1, ran.Add));
        _pool.Share(new NumberedWork(2, ran.Add));

        _threads.RunAll();

        Assert.Equal([1, 2], ran);
        Assert.True(_pool.IsIdle);
    }

    [Fact]
    public void MuchThatComesLateAtOnce_CountsOnce()
    {
        var pool = new WorkerPool(2 * SearchPatience.MostMisses, _threads, _clock);
        _clock.Advance(Late);
        for (int number = 0; number < 2 * SearchPatience.MostMisses; number++)
        {
            pool.Share(new NumberedWork(number, static _ => { }));
        }

        _threads.RunAll();

        Assert.True(pool.LooksAround > 1);
    }

    // Something that is brought when the pool has been idle for a while, and done.
    private void Work(int times, TimeSpan after, TimeSpan lasts = default)
    {
        for (int time = 0; time < times; time++)
        {
            _clock.Advance(after);
            _pool.Share(new NumberedWork(0, _ => _clock.Advance(lasts)));
            _threads.RunAll();
        }
    }
}

using Mp.Scheduling;

namespace Mp.Runtime.Tests.Scheduling;

/// <summary>A worker may be replaced at any moment: no work is left behind, and no later work waits for ever.</summary>
public sealed class WorkerReplacementTests
{
    private readonly HeldThreads _threads = new();
    private readonly List<int> _ran = [];
    private readonly WorkerPool _pool;

    public WorkerReplacementTests() => _pool = new WorkerPool(1, _threads);

    [Fact]
    public void WorkerThatIsReplaced_BetweenBeingWokenAndStarting_LeavesItsWorkToItsSuccessor()
    {
        _pool.Share(Work(1));
        Worker woken = _pool.WorkerAt(0);
        _pool.Replace(0, woken);

        _threads.RunAll();
        _pool.Share(Work(2));
        _threads.RunAll();

        Assert.Equal([1, 2], _ran);
        Assert.True(_pool.IsIdle);
    }

    [Fact]
    public void WorkerThatIsReplaced_InItsTurn_LeavesWhatItHasMadeRunnable()
    {
        Worker stuck = _pool.WorkerAt(0);
        _pool.Share(new NumberedWork(1, number =>
        {
            _pool.Schedule(Work(2));
            _pool.Schedule(Work(3));
            _pool.Replace(0, stuck);
            _ran.Add(number);
        }));

        _threads.RunAll();
        _pool.Share(Work(4));
        _threads.RunAll();

        Assert.Equal([1, 2, 3, 4], _ran.Order());
        Assert.NotSame(stuck, _pool.WorkerAt(0));
        Assert.True(_pool.IsIdle);
    }

    [Fact]
    public void WorkerThatIsIdleAgain_OrHasBeenReplaced_StaysAsItIs()
    {
        Worker first = _pool.WorkerAt(0);
        _pool.Share(Work(1));
        _threads.RunAll();

        _pool.Replace(0, first);
        _pool.Replace(0, new Worker(_pool));

        Assert.Same(first, _pool.WorkerAt(0));
        Assert.True(_pool.IsIdle);
    }

    private NumberedWork Work(int number) => new(number, _ran.Add);
}

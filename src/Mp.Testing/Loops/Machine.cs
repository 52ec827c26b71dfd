namespace Mp.Testing.Loops;

/// <summary>
/// One process: all that one incarnation of a node has to do goes through it, so that it can stand still or die.
/// </summary>
internal sealed class Machine
{
    private readonly EventLoop _loop;
    private readonly Queue<IThreadPoolWorkItem> _held = new();

    public Machine(string name, int incarnation, EventLoop loop, ManualTimeProvider clock)
    {
        Name = name;
        Incarnation = incarnation;
        _loop = loop;
        Number = loop.NumberMachine();
        Clock = new MachineClock(this, clock);
        Scheduler = new MachineScheduler(this);
    }

    /// <summary>The host that it is.</summary>
    public string Name { get; }

    /// <summary>Its number among all of the loop.</summary>
    public int Number { get; }

    /// <summary>Which process of that host: 1 is the first.</summary>
    public int Incarnation { get; }

    /// <summary>What time it is for the process; its timers stand still with it.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where the process's ports run.</summary>
    public PortScheduler Scheduler { get; }

    /// <summary>What it is doing.</summary>
    public MachineState State { get; private set; }

    /// <summary>Has something run soon.</summary>
    public void Post(IThreadPoolWorkItem work) => _loop.Post(this, work);

    /// <summary>Whether something may run now. If it is only too early, it is kept.</summary>
    public bool MayRun(IThreadPoolWorkItem work)
    {
        if (State == MachineState.Frozen)
        {
            _held.Enqueue(work);
        }

        return State == MachineState.Running;
    }

    /// <summary>Makes it stand still.</summary>
    public void Freeze()
    {
        _loop.Change(Things.All);
        if (State == MachineState.Running)
        {
            State = MachineState.Frozen;
        }
    }

    /// <summary>Lets it go on where it stood still.</summary>
    public void Thaw()
    {
        _loop.Change(Things.All);
        if (State != MachineState.Frozen)
        {
            return;
        }

        State = MachineState.Running;
        while (_held.TryDequeue(out IThreadPoolWorkItem? work))
        {
            Post(work);
        }
    }

    /// <summary>Ends it in the middle of whatever it did.</summary>
    public void Crash()
    {
        _loop.Change(Things.All);
        State = MachineState.Crashed;
        _held.Clear();
    }
}

using System.Runtime.InteropServices;

namespace Mp.Testing.Loops;

/// <summary>Runs all that nodes have to do, one thing at a time, on the thread of whoever pumps it.</summary>
/// <remarks>
/// Without a source of randomness, what became runnable first runs first. With one, it chooses what runs next: every
/// choice is one that threads could have made. An <see cref="IStepOrder"/> chooses instead of it, if there is one.
/// </remarks>
internal sealed class EventLoop(Random? random, IStepOrder? order = null)
{
    private readonly Lock _gate = new();
    private readonly List<ReadyStep> _ready = [];
    private int _first;
    private int _runner;
    private int _machines;
    private string? _leak;

    /// <summary>The source of every choice, or none.</summary>
    public Random? Random => random;

    /// <summary>Whether there is somebody who chooses the order of steps.</summary>
    public bool IsOrdered => order is not null;

    /// <summary>How many things ran so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether anything is runnable.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _first == _ready.Count;
            }
        }
    }

    /// <summary>Has something run soon, on the loop.</summary>
    /// <param name="machine">The machine that it runs on, or none.</param>
    /// <param name="work">What to run.</param>
    /// <param name="queue">Of what it must not overtake the other steps: only where the order of all is chosen.</param>
    public void Post(Machine? machine, IThreadPoolWorkItem work, object? queue = null)
    {
        CheckThread();
        lock (_gate)
        {
            _ready.Add(new ReadyStep(machine, work, queue, order?.NameNext() ?? default));
        }
    }

    /// <summary>A number for one more machine.</summary>
    public int NumberMachine() => _machines++;

    /// <summary>Says that the step that runs changes some of the <see cref="Things"/>.</summary>
    public void Change(ulong things) => order?.Touch(new Footprint(0, things));

    /// <summary>Says that the step that runs looks at some of the <see cref="Things"/>.</summary>
    public void Look(ulong things) => order?.Touch(new Footprint(things, 0));

    /// <summary>Says that the loop belongs to this thread until <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (Interlocked.CompareExchange(ref _runner, Environment.CurrentManagedThreadId, 0) != 0)
        {
            throw new InvalidOperationException(
                "The nodes run already: neither a handler nor another thread can have them run.");
        }
    }

    /// <summary>Ends <see cref="Enter"/>.</summary>
    public void Leave() => Volatile.Write(ref _runner, 0);

    /// <summary>Notes when something that nodes do happens on another thread than the loop's.</summary>
    public void CheckThread()
    {
        int runner = Volatile.Read(ref _runner);
        if (runner != 0 && runner != Environment.CurrentManagedThreadId)
        {
            _leak ??= Environment.StackTrace;
        }
    }

    /// <summary>Runs one thing.</summary>
    /// <returns><see langword="false"/> if nothing is runnable.</returns>
    /// <exception cref="ForeignThreadException">Something ran on another thread.</exception>
    public bool RunOne()
    {
        if (Take() is not { } next)
        {
            return false;
        }

        if (next.Machine is { } machine)
        {
            Change(Things.Of(machine));
        }

        if (next.Machine is null || next.Machine.MayRun(next.Work))
        {
            Steps++;
            next.Work.Execute();
        }

        ThrowIfLeaked();
        return true;
    }

    /// <exception cref="ForeignThreadException">Something ran on another thread.</exception>
    public void ThrowIfLeaked()
    {
        if (_leak is { } stack)
        {
            _leak = null;
            throw new ForeignThreadException(stack);
        }
    }

    private ReadyStep? Take()
    {
        lock (_gate)
        {
            int count = _ready.Count - _first;
            if (count == 0)
            {
                order?.OnIdle();
                return null;
            }

            if (order is not null)
            {
                ReadyStep step = _ready[order.ChooseStep(CollectionsMarshal.AsSpan(_ready))];
                _ready.Remove(step);
                return step;
            }

            // Whatever is chosen changes places with the first, which is taken.
            int chosen = _first + (random?.Next(count) ?? 0);
            ReadyStep work = _ready[chosen];
            _ready[chosen] = _ready[_first];
            _first++;
            if (_first == _ready.Count)
            {
                _ready.Clear();
                _first = 0;
            }

            return work;
        }
    }
}

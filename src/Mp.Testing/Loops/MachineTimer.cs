namespace Mp.Testing.Loops;

/// <summary>A timer of one machine: a frozen machine's fires once, when it goes on.</summary>
internal sealed class MachineTimer : ITimer, IThreadPoolWorkItem
{
    private readonly Machine _machine;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _timer;
    private bool _isPosted;
    private bool _isDisposed;

    public MachineTimer(
        Machine machine,
        ManualTimeProvider clock,
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period)
    {
        _machine = machine;
        _callback = callback;
        _state = state;
        _timer = clock.CreateTimer(static timer => ((MachineTimer)timer!).Post(), this, dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => _timer.Change(dueTime, period);

    public void Execute()
    {
        _isPosted = false;
        if (!_isDisposed)
        {
            _callback(_state);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _timer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private void Post()
    {
        if (!_isPosted)
        {
            _isPosted = true;
            _machine.Post(this);
        }
    }
}

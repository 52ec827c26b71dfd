using Mp.CompilerServices;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>A port that does what the test says, in its turn, and passes on what it gets.</summary>
internal sealed class TimedPort(PortId owner) : Port
{
    public new IDisposable After(TimeSpan delay, Action callback) => base.After(delay, callback);

    public new IDisposable After(TimeSpan delay, string tag, params ReadOnlySpan<object?> elements) =>
        base.After(delay, tag, elements);

    public new IDisposable After(TimeSpan delay, PortId to, params ReadOnlySpan<object?> message) =>
        base.After(delay, to, message);

    public new Action Psub(Action callback) => base.Psub(callback);

    public new Action<T> Psub<T>(Action<T> callback) => base.Psub(callback);

    public new EventHandler<T> Psub<T>(Action<object?, T> callback) => base.Psub(callback);

    /// <summary>Whether the caller is in this port's turn.</summary>
    public bool IsTurn => SynchronizationContext.Current == Cell.Context;

    protected internal override void Match(MemoryMessage message, ref Dispatch dispatch)
    {
        dispatch.Match();
        Snd(owner, message);
    }
}

using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Ports;

/// <summary>
/// Something that a port is to do in its turn, in the order of its queue: to die, to call back, to go on.
/// </summary>
internal abstract class ControlMessage : Message
{
    protected ControlMessage()
        : base(null)
    {
    }

    public override int Count => 0;

    /// <summary>Whether it runs even while the port waits for an asynchronous handler.</summary>
    public virtual bool RunsWhileSuspended => false;

    internal override MessageFamily Family => MessageFamily.Control;

    public override object? this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

    public override bool TryGet<T>(int index, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }

    /// <summary>Does it, within the port's turn. What it throws kills the port.</summary>
    public abstract void Run(PortCell cell);

    /// <summary>Called instead, anywhere, when the port has died before its turn came.</summary>
    public virtual void Abandon(PortCell cell)
    {
    }

    internal override Message Skip(int count) =>
        throw new InvalidOperationException("A control message has no elements.");

    internal override void WriteElements(ref ElementWriter writer) =>
        throw new InvalidOperationException("A control message never leaves its port.");
}

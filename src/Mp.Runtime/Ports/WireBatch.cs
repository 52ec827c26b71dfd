using System.Runtime.InteropServices;
using Mp.CompilerServices;

namespace Mp.Ports;

/// <summary>
/// Messages that came over one connection, in a row and for one port, as one entry of its queue: match tables see one
/// object that stands for each of them in turn.
/// </summary>
/// <param name="bytes">Has all of them, as <see cref="Write"/> has written them, one after the other.</param>
/// <param name="start">Where the first one is.</param>
/// <param name="count">How many there are.</param>
/// <param name="window">Is told when they are handled.</param>
/// <param name="dialect">What their sender says otherwise than it would be said here.</param>
internal sealed class WireBatch(byte[] bytes, int start, int count, ReceiveWindow window, ElementDialect dialect)
    : ControlMessage
{
    /// <summary>What is before the elements of each message: how many bytes they are, and how many elements.</summary>
    public const int HeadBytes = 2 * sizeof(int);

    /// <summary>How much each of them counts in the window: they are short.</summary>
    public const int MessageWeight = 1;

    private WireMessage? _cursor;
    private int _position = start;

    /// <summary>How many messages are left.</summary>
    public int Left { get; private set; } = count;

    /// <summary>Writes a message down.</summary>
    /// <param name="target">Room for the elements and <see cref="HeadBytes"/> more.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="count">How many there are.</param>
    public static void Write(Span<byte> target, ReadOnlySpan<byte> elements, int count)
    {
        MemoryMarshal.Write(target, elements.Length);
        MemoryMarshal.Write(target[sizeof(int)..], count);
        elements.CopyTo(target[HeadBytes..]);
    }

    /// <summary>Takes the next message, of those that are left.</summary>
    /// <returns>The same object each time. Whoever gets hold of it has to ask it to be kept.</returns>
    public WireMessage TakeNext()
    {
        _cursor ??= new WireMessage(bytes, dialect, isCursor: true);
        MoveOn(_cursor);
        return _cursor;
    }

    /// <summary>Messages that were taken have been handled: the connection may be read on.</summary>
    public void LeaveWindow(int handled) => window.Handle(handled * MessageWeight);

    /// <summary>Takes all that are left, each as an object of its own.</summary>
    /// <returns>A chain, the oldest first; nothing if none is left.</returns>
    public Message? Unpack()
    {
        Message? oldest = null;
        Message? youngest = null;
        while (Left > 0)
        {
            var message = new WireMessage(bytes, dialect) { Window = window };
            MoveOn(message);
            oldest ??= message;
            youngest?.Next = message;
            youngest = message;
        }

        return oldest;
    }

    /// <inheritdoc/>
    public override void Run(PortCell cell) => cell.Handle(this);

    private void MoveOn(WireMessage message)
    {
        int length = MemoryMarshal.Read<int>(bytes.AsSpan(_position));
        int elements = MemoryMarshal.Read<int>(bytes.AsSpan(_position + sizeof(int)));
        message.MoveTo(_position + HeadBytes, length, elements);
        _position += HeadBytes + length;
        Left--;
    }
}

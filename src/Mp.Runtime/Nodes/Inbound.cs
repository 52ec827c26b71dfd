using System.Diagnostics.CodeAnalysis;
using System.Text;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Ports;
using Mp.Wire;

namespace Mp.Nodes;

/// <summary>Takes the messages of one connection to their ports: those in a row for one port at once.</summary>
/// <remarks>A message for another port, or for the node itself, goes after all that came before it.</remarks>
internal sealed class Inbound(Router router, Link link) : IInbound
{
    // So that the port begins while more is read.
    private const int MostHeld = 64;

    private readonly PortTable _table = router.Host.Table;

    // The port that the last message was for, and its name as it came.
    private readonly byte[] _name = new byte[PortNameReader.MaxBytes];
    private int _nameLength;
    private PortCell? _port;
    private int _tableVersion;

    // A chain from the newest on, as queues want it.
    private Message? _newest;
    private Message? _oldest;
    private int _held;

    private readonly OnwardWays _onward = new();

    /// <inheritdoc/>
    public bool TryReceive(
        ReadOnlySpan<byte> portName,
        WireMessage message,
        [NotNullWhen(false)] out Task? room)
    {
        room = null;
        if (!IsPresent(portName))
        {
            Deliver();
            if (!TryFind(portName))
            {
                string name = Encoding.UTF8.GetString(portName);
                return router.TryReceive(link, name, message, _onward, out room);
            }
        }

        message.EnterWindow();
        message.Next = _newest;
        _newest = message;
        _oldest ??= message;
        if (++_held == MostHeld)
        {
            Deliver();
        }

        return true;
    }

    /// <inheritdoc/>
    public void StopWaiting() => _onward.StopWaiting();

    /// <inheritdoc/>
    public void Deliver()
    {
        if (_newest is { } newest)
        {
            Message oldest = _oldest!;
            _newest = _oldest = null;
            _held = 0;
            _port!.Enqueue(newest, oldest);
        }
    }

    private bool IsPresent(ReadOnlySpan<byte> portName) =>
        _port is { IsDead: false }
        && portName.SequenceEqual(_name.AsSpan(0, _nameLength))
        && _tableVersion == _table.Version;

    private bool TryFind(ReadOnlySpan<byte> portName)
    {
        // Names are short, and the table is asked without making a string of one.
        Span<char> name = stackalloc char[PortNameReader.MaxBytes];
        int length = Encoding.UTF8.GetChars(portName, name);
        _tableVersion = _table.Version;
        if (length == 0 || !_table.TryFind(name[..length], out _port) || !_port.Admits(link.PeerId))
        {
            _port = null;
            return false;
        }

        portName.CopyTo(_name);
        _nameLength = portName.Length;
        return true;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Ports;
using Mp.Wire;

namespace Mp.Nodes;

/// <summary>Takes the messages of one connection to their ports: those in a row for one port at once.</summary>
/// <remarks>A message for another port, or for the node itself, goes after all that came before it.</remarks>
/// <param name="router">Delivers what is for no port of this node.</param>
/// <param name="link">Whose connection it is.</param>
/// <param name="window">Counts what waits for its turn.</param>
/// <param name="dialect">What the peer says otherwise than it would be said here.</param>
internal sealed class Inbound(Router router, Link link, ReceiveWindow window, ElementDialect dialect) : IInbound
{
    private readonly PortTable _table = router.Host.Table;

    // The port that the last message was for, and its name as it came.
    private readonly byte[] _name = new byte[PortNameReader.MaxBytes];
    private int _nameLength;
    private PortCell? _port;
    private int _tableVersion;

    private readonly BatchBuilder _batch = new(window, dialect);

    private readonly OnwardWays _onward = new();

    /// <inheritdoc/>
    public int PortSteps => Volatile.Read(ref _port)?.Steps ?? 0;

    /// <inheritdoc/>
    public bool TryReceive(in Frame frame, ReadOnlyMemory<byte>? elements, [NotNullWhen(false)] out HoldUp? holdUp)
    {
        holdUp = null;
        if (!IsPresent(frame.PortName))
        {
            Deliver();
            if (!TryFind(frame.PortName))
            {
                string name = Encoding.UTF8.GetString(frame.PortName);
                return router.TryReceive(link, name, CreateMessage(frame, elements), _onward, out holdUp);
            }
        }

        if (!BatchBuilder.IsShort(frame))
        {
            Deliver();
            WireMessage message = CreateMessage(frame, elements);
            message.EnterWindow();
            _port!.Enqueue(message, message);
            return true;
        }

        if (!_batch.TryAdd(frame))
        {
            Deliver();
            _batch.TryAdd(frame);
        }

        window.Deliver(WireBatch.MessageWeight);
        return true;
    }

    /// <inheritdoc/>
    public void StopWaiting() => _onward.StopWaiting();

    /// <inheritdoc/>
    public void Deliver()
    {
        switch (_batch.Count)
        {
            case 0:
                break;
            case > 1 when _port!.TakesBatches:
                WireBatch batch = _batch.Take();
                _port.Enqueue(batch, batch);
                break;
            default:
                Message oldest = _batch.Take().Unpack()!;
                _port!.Enqueue(Inbox.Reverse(oldest, out _)!, oldest);
                break;
        }
    }

    private WireMessage CreateMessage(in Frame frame, ReadOnlyMemory<byte>? elements) =>
        new(elements ?? frame.Elements.ToArray(), frame.Count, dialect) { Window = window };

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

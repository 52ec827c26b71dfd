using Mp.Testing.Loops;
using Mp.Transports;

namespace Mp.Testing.Networks;

/// <summary>An attempt to connect: there, and back with the answer.</summary>
internal sealed class Dial : IThreadPoolWorkItem
{
    private readonly FaultyNetwork _network;
    private readonly Machine _machine;
    private readonly TransportEndPoint _endPoint;
    private readonly NetworkPath _there;
    private readonly NetworkPath _back;
    private readonly Pending<ITransportConnection> _pending;
    private ConnectionEnd? _near;
    private bool _hasAnswer;
    private bool _isOver;

    public Dial(FaultyNetwork network, Machine machine, TransportEndPoint endPoint)
    {
        _network = network;
        _machine = machine;
        _endPoint = endPoint;
        _there = network.Path(machine.Name, endPoint.Host);
        _back = network.Path(endPoint.Host, machine.Name);
        _pending = new Pending<ITransportConnection>(() => machine.Post(this));
    }

    public ValueTask<ITransportConnection> Begin(CancellationToken cancellationToken)
    {
        ValueTask<ITransportConnection> connection = _pending.Begin(cancellationToken);
        _network.After(_there.NextDelay(), () => _there.WhenOpen(new ActionWork(Arrive)));
        return connection;
    }

    /// <summary>Tells the node, on its machine.</summary>
    public void Execute()
    {
        _network.Change(Things.DialsOf(_machine));
        if (_isOver)
        {
            return;
        }

        if (_near is { IsOver: false } near)
        {
            _isOver = true;
            _pending.Complete(near);
        }
        else if (_hasAnswer)
        {
            _isOver = true;
            _pending.Fail(new IOException($"Can't connect to {_endPoint}: it refuses the connection."));
        }
        else if (_pending.IsCanceled)
        {
            _isOver = true;
            _pending.Cancel();
        }
    }

    private void Arrive()
    {
        _network.Look(Things.DialsOf(_machine));

        // A host that is switched off does not even refuse.
        if (_isOver || _machine.State == MachineState.Crashed || _network.IsOff(_endPoint.Host))
        {
            return;
        }

        ConnectionEnd? near = _network.Connect(_machine, _endPoint);
        _network.After(_back.NextDelay(), () => _back.WhenOpen(new ActionWork(() => Answer(near))));
    }

    private void Answer(ConnectionEnd? near)
    {
        _network.Change(Things.DialsOf(_machine));
        if (_isOver)
        {
            // Nobody wants it any more, which the other end learns.
            near?.Close();
            return;
        }

        _near = near;
        _hasAnswer = true;
        _machine.Post(this);
    }
}

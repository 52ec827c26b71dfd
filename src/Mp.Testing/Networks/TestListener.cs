using Mp.Testing.Loops;
using Mp.Transports;

namespace Mp.Testing.Networks;

/// <summary>Where one machine accepts connections.</summary>
internal sealed class TestListener(FaultyNetwork network, Machine machine, TransportEndPoint endPoint)
    : ITransportListener, IThreadPoolWorkItem
{
    // Connections that have come in while nobody accepted them; further ones are refused.
    private const int Backlog = 128;

    private readonly Queue<ConnectionEnd> _offered = new();
    private Pending<ITransportConnection>? _accept;
    private bool _isDisposed;

    public TransportEndPoint EndPoint => endPoint;

    /// <summary>The machine that listens.</summary>
    public Machine Machine => machine;

    /// <summary>Whether one more connection would be taken.</summary>
    public bool HasRoom => !_isDisposed && _offered.Count < Backlog && machine.State != MachineState.Crashed;

    /// <summary>A connection has come in.</summary>
    public void Offer(ConnectionEnd end)
    {
        network.Change(Things.OffersOf(machine));
        _offered.Enqueue(end);
        if (_accept is not null)
        {
            machine.Post(this);
        }
    }

    public ValueTask<ITransportConnection> AcceptAsync(CancellationToken cancellationToken)
    {
        _accept = new Pending<ITransportConnection>(() => machine.Post(this));
        ValueTask<ITransportConnection> accept = _accept.Begin(cancellationToken);
        network.Change(Things.OffersOf(machine));
        if (_offered.Count > 0 || _isDisposed)
        {
            machine.Post(this);
        }

        return accept;
    }

    public void Execute()
    {
        network.Change(Things.OffersOf(machine));
        if (_accept is not { } accept)
        {
            return;
        }

        if (_isDisposed)
        {
            _accept = null;
            accept.Fail(new OperationCanceledException($"The listener on {EndPoint} was disposed."));
        }
        else if (accept.IsCanceled)
        {
            _accept = null;
            accept.Cancel();
        }
        else if (_offered.TryDequeue(out ConnectionEnd? end))
        {
            _accept = null;
            accept.Complete(end);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            network.Change(Things.OffersOf(machine));
            _isDisposed = true;
            network.Forget(this);
            machine.Post(this);
            while (_offered.TryDequeue(out ConnectionEnd? unwanted))
            {
                await unwanted.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}

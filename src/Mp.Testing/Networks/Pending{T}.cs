namespace Mp.Testing.Networks;

/// <summary>Something a node waits for from the network. It ends where its machine runs, and nowhere else.</summary>
/// <param name="wake">Called when it is canceled: has the machine look at it.</param>
internal sealed class Pending<T>(Action wake)
{
    private readonly TaskCompletionSource<T> _source = new();
    private CancellationToken _canceller;
    private CancellationTokenRegistration _registration;

    /// <summary>Whether whoever waits has given up.</summary>
    public bool IsCanceled => _canceller.IsCancellationRequested;

    /// <summary>What the node waits for.</summary>
    public ValueTask<T> Begin(CancellationToken cancellationToken)
    {
        _canceller = cancellationToken;
        _registration = cancellationToken.UnsafeRegister(static self => ((Pending<T>)self!).Wake(), this);
        return new ValueTask<T>(_source.Task);
    }

    public void Complete(T result)
    {
        _registration.Dispose();
        _source.TrySetResult(result);
    }

    public void Fail(Exception exception)
    {
        _registration.Dispose();
        _source.TrySetException(exception);
    }

    public void Cancel()
    {
        _registration.Dispose();
        _source.TrySetCanceled(_canceller);
    }

    private void Wake() => wake();
}

namespace Mp.Nodes;

/// <summary>Takes a wish back when it is disposed for the first time.</summary>
internal sealed class Withdrawal(Action withdraw) : IDisposable
{
    private Action? _withdraw = withdraw;

    public void Dispose() => Interlocked.Exchange(ref _withdraw, null)?.Invoke();
}

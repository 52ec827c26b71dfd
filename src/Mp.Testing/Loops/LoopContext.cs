namespace Mp.Testing.Loops;

/// <summary>The context of a scenario: what it awaits continues on the loop.</summary>
internal sealed class LoopContext(EventLoop loop) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) =>
        loop.Post(null, new Continuation(this, d, state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("The loop runs one thing at a time, and waits for nobody.");

    public override SynchronizationContext CreateCopy() => this;

    private sealed class Continuation(LoopContext context, SendOrPostCallback callback, object? state)
        : IThreadPoolWorkItem
    {
        public void Execute()
        {
            SynchronizationContext? outer = Current;
            SetSynchronizationContext(context);
            try
            {
                callback(state);
            }
            finally
            {
                SetSynchronizationContext(outer);
            }
        }
    }
}

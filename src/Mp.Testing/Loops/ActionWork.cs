namespace Mp.Testing.Loops;

/// <summary>Any action, to be run on the loop.</summary>
internal sealed class ActionWork(Action action) : IThreadPoolWorkItem
{
    public void Execute() => action();
}

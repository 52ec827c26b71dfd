namespace Mp.Runtime.Tests.Scheduling;

/// <summary>A piece of work that does what the test says.</summary>
internal sealed class NumberedWork(int number, Action<int>? run = null) : IThreadPoolWorkItem
{
    public int Number => number;

    public void Execute() => run?.Invoke(number);
}

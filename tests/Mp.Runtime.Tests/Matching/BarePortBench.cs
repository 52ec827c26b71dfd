using Mp.TestKit;

namespace Mp.Runtime.Tests.Matching;

/// <summary>A port without a class, in a node that runs when the test says so.</summary>
internal sealed class BarePortBench : IAsyncDisposable
{
    private readonly ManualScheduler _scheduler = new();
    private readonly List<string> _notes = [];

    public BarePortBench(bool serializeLocal = false)
    {
        var options = new NodeOptions { Scheduler = _scheduler, SerializeLocal = serializeLocal };
#pragma warning disable VSTHRD002, CA2012 // A node that is private is there at once.
        Node = Node.StartAsync(options).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002, CA2012
        Port = Node.CreatePort();
    }

    public Node Node { get; }

    public BarePort Port { get; }

    /// <summary>What <see cref="NoteLaterAsync"/> waits for.</summary>
    public TaskCompletionSource Gate { get; } = new();

    public void Note(string note) => _notes.Add(note);

    public bool IsNoted(string note)
    {
        _notes.Add(note);
        return true;
    }

    public async Task NoteLaterAsync(string note)
    {
        await Gate.Task;
        _notes.Add(note);
    }

    public async Task<bool> NoteTrueAsync(string note)
    {
        await NoteLaterAsync(note);
        return true;
    }

    /// <summary>Sends the port a message, and tells what its handlers noted.</summary>
    public IReadOnlyList<string> Receive(params ReadOnlySpan<object?> elements)
    {
        Node.Snd(Port, elements);
        return Run();
    }

    /// <summary>Lets the port run until it has nothing to do, and tells what its handlers noted.</summary>
    public IReadOnlyList<string> Run()
    {
        _scheduler.RunUntilIdle();
        string[] notes = [.. _notes];
        _notes.Clear();
        return notes;
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}

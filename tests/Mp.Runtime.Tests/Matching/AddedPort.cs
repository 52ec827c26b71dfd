using Mp.CompilerServices;

namespace Mp.Runtime.Tests.Matching;

/// <summary>A port with a table like generated ones, of one handler, and the added handlers of its test.</summary>
internal sealed class AddedPort : Port
{
    public List<string> Notes { get; } = [];

    /// <summary>What the one handler does.</summary>
    public Func<Message, Task>? OnGenerated { get; init; }

    /// <summary>What another handler, of everything and asynchronous, does until it returns true.</summary>
    public Func<Task<bool>>? OnGeneratedAsync { get; init; }

    /// <summary>The generated handlers that were removed.</summary>
    public List<int> Removed { get; } = [];

    public void Note(string note) => Notes.Add(note);

    /// <summary>What <c>Rcv</c> is to the class itself.</summary>
    public IDisposable Add(string tag, string note) => Rcv(tag, () => Note(note));

    public IDisposable AddUntil<T>(string tag, Func<T, bool> handler) => Rcv(tag, handler);

    public IDisposable AddAsync<T>(string tag, Func<T, Task> handler) => Rcv(tag, handler);

    public IDisposable AddAsyncUntil<T>(string tag, Func<T, ValueTask<bool>> handler) => Rcv(tag, handler);

    public IDisposable AddPattern(ReadOnlySpan<object?> pattern, Action<Message> handler) => Rcv(pattern, handler);

    protected internal override void Match(MemoryMessage message, ref Dispatch dispatch)
    {
        // As tables without asynchronous handlers are: it does not ask where to begin.
        if (OnGenerated is not null && message.IsConstant(0, "a"))
        {
            dispatch.Match();
            Note("generated");
            _ = OnGenerated(message);
        }

        if (OnGeneratedAsync is not null && dispatch.Wants(1) && Removed.Count == 0)
        {
            dispatch.Match();
            dispatch.BeginAsync();
            _ = dispatch.EndAsync(OnGeneratedAsync(), 1);
        }
    }

    protected internal override void RemoveHandler(int handler) => Removed.Add(handler);
}

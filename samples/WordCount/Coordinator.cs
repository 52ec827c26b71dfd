using System.Runtime.InteropServices;

namespace WordCount;

/// <summary>Deals chunks to workers, collects what they count, and deals again what a lost worker has left.</summary>
internal sealed partial class Coordinator(
    IReadOnlyList<string> files,
    Options options,
    WorkerProcesses processes) : Port
{
    // Enough that a worker never waits for its next chunk, and little to do again if it is lost.
    private const int ChunksPerWorker = 2;

    private readonly TaskCompletionSource<Result> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IEnumerator<byte[]> _unread = InputFiles.ReadChunks(files).GetEnumerator();
    private readonly Queue<(int Number, byte[] Text)> _returned = new();
    private readonly Dictionary<PortId, Share> _shares = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly Progress _progress = new(files.Sum(static file => new FileInfo(file).Length));
    private int _chunksRead;
    private bool _toKill = options.KillOne;
    private bool _isAllRead;
    private bool _isDone;

    /// <summary>What was counted, when everything is.</summary>
    public Task<Result> Finished => _finished.Task;

    /// <summary>Whoever waits for the result learns that there will be none: this port has died.</summary>
    public void Fail(Reason reason) => _finished.TrySetException(new IOException($"the work has failed: {reason}"));

    [Rcv("start")]
    private void OnStart()
    {
        for (int worker = 0; worker < options.Workers; worker++)
        {
            processes.Start(Self);
        }
    }

    [Rcv]
    private void OnHello(Hello hello)
    {
        PortId worker = hello.Worker;
        Mon(worker, reason => OnLost(worker, reason));
        _shares.Add(worker, new Share(hello.ProcessId));
        Deal(worker);
    }

    [Rcv]
    private void OnCounted(Counted counted)
    {
        Share share = _shares[counted.Worker];
        if (!share.Outstanding.Remove(counted.Chunk, out byte[]? text))
        {
            return;
        }

        share.Chunks++;
        foreach ((string word, long count) in counted.Counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, word, out _) += count;
            share.Words += count;
        }

        _progress.Add(text.Length);
        Deal(counted.Worker);
    }

    // The monitor: whatever became of the worker, this is called once, after the last thing it could say.
    private void OnLost(PortId worker, Reason reason)
    {
        if (_isDone)
        {
            return;
        }

        Share share = _shares[worker];
        share.IsLost = true;
        foreach ((int chunk, byte[] text) in share.Outstanding)
        {
            _returned.Enqueue((chunk, text));
        }

        int left = share.Outstanding.Count;
        _progress.Say($"worker {share.ProcessId} is lost ({reason.Word}); {left} chunks are dealt again");
        share.Outstanding.Clear();
        PortId[] living = [.. _shares.Where(static pair => !pair.Value.IsLost).Select(static pair => pair.Key)];
        if (living.Length == 0)
        {
            processes.Start(Self);
        }

        foreach (PortId other in living)
        {
            Deal(other);
        }
    }

    private void Deal(PortId worker)
    {
        Share share = _shares[worker];
        while (!share.IsLost && share.Outstanding.Count < ChunksPerWorker && NextChunk() is var (chunk, text))
        {
            share.Outstanding.Add(chunk, text);
            Snd(worker, new Chunk(Self, chunk, text));
        }

        // In the middle of its share: some of it is counted, or there is no more than this.
        if (_toKill && share.Outstanding.Count > 0 && (share.Chunks > 0 || _isAllRead))
        {
            _toKill = false;
            processes.Kill(share.ProcessId);
        }

        bool isNothingLeft = _isAllRead
            && _returned.Count == 0
            && _shares.Values.All(static other => other.Outstanding.Count == 0);
        if (isNothingLeft && !_isDone)
        {
            _isDone = true;
            _progress.End();
            _finished.SetResult(new Result(_counts, [.. _shares.Values]));
        }
    }

    private (int Number, byte[] Text)? NextChunk()
    {
        if (_returned.TryDequeue(out (int Number, byte[] Text) returned))
        {
            return returned;
        }

        try
        {
            _isAllRead = !_unread.MoveNext();
            return _isAllRead ? null : (_chunksRead++, _unread.Current);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _finished.TrySetException(new IOException(exception.Message));
            return null;
        }
    }
}

using Mp.Testing.Loops;

namespace Mp.Testing;

/// <summary>The way from one host of a <see cref="FaultyNetwork"/> to another; what can be wrong with it.</summary>
/// <remarks>What is set counts for what is sent from then on. Bytes of a connection always keep their order.</remarks>
public sealed class NetworkPath
{
    private readonly FaultyNetwork _network;
    private List<IThreadPoolWorkItem> _waiting = [];

    internal NetworkPath(FaultyNetwork network, string from, string to)
    {
        _network = network;
        From = from;
        To = to;
    }

    /// <summary>The host whose bytes go this way.</summary>
    public string From { get; }

    /// <summary>The host that they go to.</summary>
    public string To { get; }

    /// <summary>
    /// Whether nothing gets through, and nobody is told. What was sent meanwhile arrives when it is open again, unless
    /// the connection was given up by then. Default: no.
    /// </summary>
    public bool IsBlocked
    {
        get;
        set
        {
            if (field == value)
            {
                return;
            }

            _network.Change(Things.All);
            field = value;
            Changes++;
            if (value)
            {
                _network.WatchBlocked(this);
            }
            else
            {
                ReleaseWaiting();
            }
        }
    }

    /// <summary>How long bytes are under way at least. Default: the network's.</summary>
    public TimeSpan MinDelay { get; set; }

    /// <summary>How long bytes are under way at most; drawn, if there is a seed. Default: the network's.</summary>
    public TimeSpan MaxDelay { get; set; }

    /// <summary>How many bytes pass each second. Default: any number.</summary>
    public int? BytesPerSecond { get; set; }

    /// <summary>The most bytes that arrive in one piece. Default: any number.</summary>
    public int? MaxSegmentBytes { get; set; }

    /// <summary>How many bytes may be on the way and not read yet before a writer waits. Default: 64 KiB.</summary>
    public int WindowBytes { get; set; } = 64 * 1024;

    /// <summary>How long the receiver waits before it reads: a slow reader. Default: not at all.</summary>
    public TimeSpan ReadPause { get; set; }

    /// <summary>How often it was blocked or opened.</summary>
    internal int Changes { get; private set; }

    /// <summary>Ends all that is wrong with it.</summary>
    public void Heal()
    {
        MinDelay = _network.MinDelay;
        MaxDelay = _network.MaxDelay;
        ReadPause = TimeSpan.Zero;
        BytesPerSecond = MaxSegmentBytes = null;
        WindowBytes = 64 * 1024;
        IsBlocked = false;
    }

    /// <summary>Has something done when the path is open: at once if it is.</summary>
    internal void WhenOpen(IThreadPoolWorkItem work)
    {
        if (IsBlocked)
        {
            _waiting.Add(work);
        }
        else
        {
            work.Execute();
        }
    }

    /// <summary>How long the next bytes are under way.</summary>
    internal TimeSpan NextDelay() => _network.Between(MinDelay, MaxDelay);

    private void ReleaseWaiting()
    {
        List<IThreadPoolWorkItem> waiting = _waiting;
        _waiting = [];
        foreach (IThreadPoolWorkItem work in waiting)
        {
            _network.After(NextDelay(), () => WhenOpen(work));
        }
    }
}

using Mp.Testing.Loops;

namespace Mp.Torture.Interleavings;

/// <summary>A moment at which several steps could be next: which was taken, and which ones need not be.</summary>
internal sealed class Crossing
{
    private readonly StepName[] _ways;
    private readonly List<Asleep> _asleep;
    private readonly List<(int Chosen, int Count)> _inner = [];
    private readonly List<Variant> _tried = [];
    private int _chosen;

    /// <summary>A crossing that nobody has gone on from.</summary>
    /// <param name="ways">The steps.</param>
    /// <param name="asleep">Which of them need not be taken.</param>
    public Crossing(IEnumerable<StepName> ways, IEnumerable<Asleep> asleep)
    {
        _ways = [.. ways.Order()];
        _asleep = [.. asleep];
        _chosen = FirstAwakeFrom(0);
    }

    /// <summary>Whether no step need be taken.</summary>
    public bool IsBlocked => _chosen == _ways.Length;

    /// <summary>How many steps there are.</summary>
    public int Ways => _ways.Length;

    /// <summary>The step that is taken.</summary>
    public StepName Way => _ways[_chosen];

    /// <summary>How the step went that was taken.</summary>
    public Variant Taken { get; private set; }

    /// <summary>What was decided, where there was something to decide.</summary>
    public IEnumerable<int> Decisions =>
        (_ways.Length > 1 ? [_chosen] : Array.Empty<int>()).Concat(_inner.Select(static choice => choice.Chosen));

    /// <summary>Whether what was taken turned out to be something that need not be.</summary>
    public bool WasForNothing => _asleep.Exists(step =>
        step.Id == Way.Id && step.Variants.Any(variant => variant.Choices == Taken.Choices));

    /// <summary>What need not be taken after what was taken here.</summary>
    public IEnumerable<Asleep> AsleepAfterwards =>
        _asleep.Select(step => step.After(Taken.Touched)).OfType<Asleep>();

    /// <summary>Takes a step.</summary>
    public void Choose(int way) => _chosen = way < _ways.Length
        ? way
        : throw new UsageException($"There is no decision {way} among {_ways.Length}.");

    /// <summary>Decides something within the step: the same as the last time, or else what is told.</summary>
    /// <param name="at">The how many-th decision within the step it is.</param>
    /// <param name="count">Among how many.</param>
    /// <param name="told">What to decide if it was not decided yet.</param>
    public int ChooseWithin(int at, int count, Func<int> told)
    {
        if (at == _inner.Count)
        {
            _inner.Add((Math.Min(told(), count - 1), count));
        }

        return _inner[at].Chosen;
    }

    /// <summary>The step is over.</summary>
    public void End(Footprint touched) =>
        Taken = new Variant(string.Join(',', _inner.Select(static choice => choice.Chosen)), touched);

    /// <summary>Goes on to what was not tried yet.</summary>
    /// <param name="isReduced">Whether what was tried need not be taken after another step that commutes with it.</param>
    /// <returns>Whether there is something.</returns>
    public bool MoveOn(bool isReduced)
    {
        _tried.Add(Taken);
        int last = _inner.FindLastIndex(static choice => choice.Chosen + 1 < choice.Count);
        if (last >= 0)
        {
            _inner[last] = (_inner[last].Chosen + 1, _inner[last].Count);
            _inner.RemoveRange(last + 1, _inner.Count - last - 1);
            return true;
        }

        if (isReduced)
        {
            _asleep.RemoveAll(step => step.Id == Way.Id);
            _asleep.Add(new Asleep(Way.Id, [.. _tried], IsWhole: true));
        }

        _tried.Clear();
        _inner.Clear();
        _chosen = FirstAwakeFrom(_chosen + 1);
        return !IsBlocked;
    }

    private int FirstAwakeFrom(int way)
    {
        while (way < _ways.Length && _asleep.Exists(step => step.IsWhole && step.Id == _ways[way].Id))
        {
            way++;
        }

        return way;
    }
}

using Mp.Torture.Searching;

namespace Mp.Torture.Coverage;

/// <summary>
/// Changes inputs at random, keeps those that take a new way, and changes these. Equal seeds do equal things.
/// </summary>
/// <param name="target">What is searched.</param>
/// <param name="seed">What is random is made from it.</param>
/// <param name="isOver">Whether to end, given how many inputs were run.</param>
/// <param name="isGuided">Whether ways matter; otherwise only the first inputs are ever changed.</param>
internal sealed class GuidedSearch(ICoverageTarget target, int seed, Func<long, bool> isOver, bool isGuided = true)
{
    private const int InputsOfAChoice = 64;
    private const int ChoicesBetweenCounts = 32;

    private readonly Random _random = new(seed);
    private readonly TakenWays _ways = new();
    private readonly InputBuffer _buffer = new();
    private readonly List<int> _fresh = [];
    private readonly SortedDictionary<int, KeptInput> _shortest = [];
    private KeptInput[] _rarest = [];

    /// <summary>How many inputs were run.</summary>
    public long Inputs { get; private set; }

    /// <summary>How many edges were taken.</summary>
    public int Edges => _ways.Edges;

    /// <summary>What was found, if anything was. Then the search has ended.</summary>
    public Finding? Finding { get; private set; }

    /// <summary>The inputs that are worth keeping: together they take every edge that was taken.</summary>
    public IReadOnlyList<byte[]> Kept => Minimum.Of(_shortest.Values);

    /// <summary>Searches until it is over.</summary>
    /// <param name="first">What to begin with.</param>
    public void Run(IReadOnlyList<byte[]> first)
    {
        // What is done once only, by the first who needs it, is no way of an input.
        target.Warm(() =>
        {
            foreach (byte[] input in first)
            {
                Give(input);
            }
        });

        foreach (byte[] input in first)
        {
            if (Execute(input))
            {
                Keep(new KeptInput(input, TakenWays.Counted()));
            }
        }

        var mutator = new InputMutator(target, _random);
        for (long choice = 0; _shortest.Count > 0 && !IsOver; choice++)
        {
            if (choice % ChoicesBetweenCounts == 0)
            {
                _rarest = [.. _shortest.OrderBy(pair => _ways.InputsOf(pair.Key)).Select(static pair => pair.Value)];
            }

            KeptInput chosen = Choose();
            for (int left = InputsOfAChoice; left > 0 && !IsOver; left--)
            {
                _buffer.Set(chosen.Bytes);
                mutator.Change(_buffer, _rarest[_random.Next(_rarest.Length)].Bytes);
                byte[] input = _buffer.Bytes.ToArray();
                if (Execute(input) && isGuided)
                {
                    Keep(Shortened(input));
                }
            }
        }
    }

    private bool IsOver => Finding is not null || isOver(Inputs);

    // Half of the time one with a step that few inputs take.
    private KeptInput Choose()
    {
        double place = _random.NextDouble();
        return _rarest[(int)(_rarest.Length * (_random.Next(2) == 0 ? place : place * place * place))];
    }

    // Whether it takes a step that no other took before.
    private bool Execute(byte[] input)
    {
        EdgeMap.Clear();
        Give(input);
        return _ways.Take(_fresh);
    }

    private void Give(byte[] input)
    {
        Inputs++;
        try
        {
            target.Run(input);
        }
        catch (FindingException exception)
        {
            Finding ??= new Finding(exception.Message, input);
        }
#pragma warning disable CA1031 // Whatever it is, no input may cause it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Finding ??= new Finding($"{exception}", input);
        }
    }

    // An input without whatever can be left out of it with what is new in it still there. It was run last.
    private KeptInput Shortened(byte[] input)
    {
        int[] wanted = [.. _fresh];
        int[] steps = TakenWays.Counted();
        for (int part = Math.Max(1, input.Length / 2); part > 0 && !IsOver; part /= 2)
        {
            for (int at = target.HeaderBytes; at < input.Length && !IsOver;)
            {
                byte[]? shorter = Without(input, at, part, wanted, isRepaired: false)
                    ?? Without(input, at, part, wanted, isRepaired: true);
                if (shorter is null)
                {
                    at += part;
                    continue;
                }

                input = shorter;
                steps = TakenWays.Counted();
            }
        }

        return new KeptInput(input, steps);
    }

    private byte[]? Without(byte[] input, int at, int count, int[] wanted, bool isRepaired)
    {
        _buffer.Set(input);
        _buffer.Remove(at, count);
        if (isRepaired)
        {
            target.Repair(_buffer);
        }

        byte[] shorter = _buffer.Bytes.ToArray();
        Execute(shorter);
        return TakenWays.Has(wanted) ? shorter : null;
    }

    private void Keep(KeptInput kept)
    {
        foreach (int step in kept.Steps)
        {
            if (!_shortest.TryGetValue(step, out KeptInput? other) || kept.Bytes.Length < other.Bytes.Length)
            {
                _shortest[step] = kept;
            }
        }
    }
}

namespace Mp.Torture.Soak;

/// <summary>What should not be, in words. Safe for concurrent calls.</summary>
internal sealed class Complaints
{
    // The first ones tell; a run of an hour is not to fill its memory with the others.
    private const int Most = 100;

    private readonly Lock _gate = new();
    private readonly List<string> _texts = [];

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_gate)
            {
                return [.. _texts];
            }
        }
    }

    public void Add(string text)
    {
        lock (_gate)
        {
            if (_texts.Count < Most)
            {
                _texts.Add(text);
            }
        }
    }
}

namespace Mp.Mesh;

/// <summary>Counts the entries that a node holds for others.</summary>
/// <param name="max">How many it may hold.</param>
/// <param name="refused">Called for each one more, which is not taken in.</param>
internal sealed class FamilyBudget(int max, Action refused)
{
    private int _count;

    /// <summary>Counts one more, if it may be held.</summary>
    public bool TryTake()
    {
        if (_count >= max)
        {
            refused();
            return false;
        }

        _count++;
        return true;
    }

    /// <summary>One is held no longer.</summary>
    public void GiveBack() => _count--;
}

namespace Mp.Mesh;

/// <summary>
/// The database as several owners have it together: each has a part of its own, and what is seen is all of them.
/// </summary>
/// <remarks>
/// If several have the same key, what was set last is seen; when it is deleted, what was set before it is seen again.
/// Not safe for concurrent calls.
/// </remarks>
/// <param name="budget">What counts the entries of others, if it is to be counted.</param>
internal sealed class FamilyUnion(FamilyBudget? budget = null)
{
    // By family and key: what each owner has there, the last one set at the end.
    private readonly Dictionary<string, Dictionary<string, List<Entry>>> _families = new(StringComparer.Ordinal);

    // By owner: where it has anything.
    private readonly Dictionary<string, HashSet<(string Family, string Key)>> _parts = new(StringComparer.Ordinal);

    /// <summary>Whose entries are not counted: the node's itself.</summary>
    public string? Holder { get; set; }

    /// <summary>What is seen of a family; empty if there is none of this name.</summary>
    public Dictionary<string, FamilyValue> Get(string family)
    {
        var seen = new Dictionary<string, FamilyValue>(StringComparer.Ordinal);
        if (_families.TryGetValue(family, out Dictionary<string, List<Entry>>? keys))
        {
            foreach ((string key, List<Entry> entries) in keys)
            {
                seen.Add(key, entries[^1].Value);
            }
        }

        return seen;
    }

    /// <summary>What is seen of every family.</summary>
    public Dictionary<string, Dictionary<string, FamilyValue>> GetAll() =>
        _families.Keys.ToDictionary(static family => family, Get, StringComparer.Ordinal);

    /// <summary>Whether there is a family of this name.</summary>
    public bool Has(string family) => _families.ContainsKey(family);

    /// <summary>What is seen under a key, or nothing.</summary>
    public FamilyValue? Find(string family, string key) =>
        _families.TryGetValue(family, out Dictionary<string, List<Entry>>? keys)
        && keys.TryGetValue(key, out List<Entry>? entries) ? entries[^1].Value : null;

    /// <summary>Changes the part of an owner.</summary>
    /// <returns>What changes of what is seen.</returns>
    public FamilyUpdate Apply(string owner, string family, FamilyUpdate update)
    {
        var seen = new FamilyUpdate();
        foreach ((string key, FamilyValue value) in update.Set)
        {
            Set(owner, family, key, value, seen);
        }

        foreach (string key in update.Deleted)
        {
            Delete(owner, family, key, seen);
        }

        return seen;
    }

    /// <summary>Makes this the whole part of an owner.</summary>
    /// <returns>What changes of what is seen, by family.</returns>
    public Dictionary<string, FamilyUpdate> Replace(
        string owner,
        IReadOnlyDictionary<string, Dictionary<string, FamilyValue>> part)
    {
        var changes = new Dictionary<string, FamilyUpdate>(StringComparer.Ordinal);
        foreach ((string family, Dictionary<string, FamilyValue> entries) in part)
        {
            FamilyUpdate seen = ChangesOf(changes, family);
            foreach ((string key, FamilyValue value) in entries)
            {
                Set(owner, family, key, value, seen);
            }
        }

        foreach ((string family, string key) in _parts.GetValueOrDefault(owner)?.ToArray() ?? [])
        {
            if (!part.TryGetValue(family, out Dictionary<string, FamilyValue>? kept) || !kept.ContainsKey(key))
            {
                Delete(owner, family, key, ChangesOf(changes, family));
            }
        }

        return changes;
    }

    /// <summary>Removes the whole part of an owner.</summary>
    /// <returns>What changes of what is seen, by family.</returns>
    public Dictionary<string, FamilyUpdate> Remove(string owner) =>
        Replace(owner, new Dictionary<string, Dictionary<string, FamilyValue>>(StringComparer.Ordinal));

    private static FamilyUpdate ChangesOf(Dictionary<string, FamilyUpdate> changes, string family)
    {
        if (!changes.TryGetValue(family, out FamilyUpdate? update))
        {
            changes.Add(family, update = new FamilyUpdate());
        }

        return update;
    }

    private void Set(string owner, string family, string key, FamilyValue value, FamilyUpdate seen)
    {
        bool isNew = _parts.GetValueOrDefault(owner)?.Contains((family, key)) != true;
        if (isNew && BudgetOf(owner) is { } counted && !counted.TryTake())
        {
            return;
        }

        if (!_families.TryGetValue(family, out Dictionary<string, List<Entry>>? keys))
        {
            _families.Add(family, keys = new(StringComparer.Ordinal));
        }

        if (!keys.TryGetValue(key, out List<Entry>? entries))
        {
            keys.Add(key, entries = []);
        }

        FamilyValue? before = entries.Count > 0 ? entries[^1].Value : null;
        entries.RemoveAll(entry => string.Equals(entry.Owner, owner, StringComparison.Ordinal));
        entries.Add(new Entry(owner, value));
        if (!_parts.TryGetValue(owner, out HashSet<(string Family, string Key)>? part))
        {
            _parts.Add(owner, part = []);
        }

        part.Add((family, key));
        if (!value.Equals(before))
        {
            seen.Set[key] = value;
        }
    }

    private void Delete(string owner, string family, string key, FamilyUpdate seen)
    {
        if (!_parts.TryGetValue(owner, out HashSet<(string Family, string Key)>? part) || !part.Remove((family, key)))
        {
            return;
        }

        if (part.Count == 0)
        {
            _parts.Remove(owner);
        }

        BudgetOf(owner)?.GiveBack();
        Dictionary<string, List<Entry>> keys = _families[family];
        List<Entry> entries = keys[key];
        FamilyValue before = entries[^1].Value;
        entries.RemoveAll(entry => string.Equals(entry.Owner, owner, StringComparison.Ordinal));
        if (entries.Count > 0)
        {
            if (!entries[^1].Value.Equals(before))
            {
                seen.Set[key] = entries[^1].Value;
            }

            return;
        }

        seen.Set.Remove(key);
        seen.Deleted.Add(key);
        keys.Remove(key);
        if (keys.Count == 0)
        {
            _families.Remove(family);
        }
    }

    private FamilyBudget? BudgetOf(string owner) =>
        string.Equals(owner, Holder, StringComparison.Ordinal) ? null : budget;

    private readonly record struct Entry(string Owner, FamilyValue Value);
}

using System.Collections.Immutable;

namespace Mp.Mesh;

/// <summary>What this node knows of a family that somebody here monitors, and who does.</summary>
internal sealed class FamilyView(string family)
{
    private readonly List<Action<FamilyChange>> _monitors = [];
    private ImmutableDictionary<string, FamilyValue> _contents =
        ImmutableDictionary.Create<string, FamilyValue>(StringComparer.Ordinal);

    // Nothing is known before the first answer, not even that the family is empty.
    private bool _isKnown;

    /// <summary>Whether nobody monitors it any more.</summary>
    public bool IsUnused => _monitors.Count == 0;

    /// <summary>Adds somebody who is to be told: at once of what is known, if anything is.</summary>
    public void Add(Action<FamilyChange> monitor)
    {
        _monitors.Add(monitor);
        if (_isKnown)
        {
            monitor(new FamilyChange(family, _contents, [.. _contents.Keys], [], []));
        }
    }

    /// <summary>Removes somebody who was to be told.</summary>
    public bool Remove(Action<FamilyChange> monitor) => _monitors.Remove(monitor);

    /// <summary>This is what is in the family, whatever was known before.</summary>
    public void Replace(IReadOnlyDictionary<string, FamilyValue> contents)
    {
        bool isFirst = !_isKnown;
        _isKnown = true;
        var update = new FamilyUpdate();
        foreach ((string key, FamilyValue value) in contents)
        {
            update.Set.Add(key, value);
        }

        update.Deleted.AddRange(_contents.Keys.Where(key => !contents.ContainsKey(key)));
        Apply(update, isFirst);
    }

    /// <summary>This has changed.</summary>
    public void Apply(FamilyUpdate update)
    {
        if (_isKnown)
        {
            Apply(update, isFirst: false);
        }
    }

    // An empty family, too, is told of once. Whoever monitors afterwards is told of what is other than before only.
    private void Apply(FamilyUpdate update, bool isFirst)
    {
        List<string> added = [];
        List<string> changed = [];
        foreach ((string key, FamilyValue value) in update.Set)
        {
            if (!_contents.TryGetValue(key, out FamilyValue? before))
            {
                added.Add(key);
            }
            else if (!value.Equals(before))
            {
                changed.Add(key);
            }
        }

        List<string> deleted = [.. update.Deleted.Where(_contents.ContainsKey)];
        if (!isFirst && added.Count + changed.Count + deleted.Count == 0)
        {
            return;
        }

        _contents = _contents.SetItems(update.Set).RemoveRange(deleted);
        var change = new FamilyChange(family, _contents, added, changed, deleted);
        foreach (Action<FamilyChange> monitor in _monitors.ToArray())
        {
            monitor(change);
        }
    }
}

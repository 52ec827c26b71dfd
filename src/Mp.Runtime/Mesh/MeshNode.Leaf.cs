using System.Globalization;

namespace Mp.Mesh;

/// <content>What this node itself has set, asks and monitors; and whom it asks.</content>
internal sealed partial class MeshNode
{
    private readonly Dictionary<string, FamilyView> _views = new(StringComparer.Ordinal);

    // What was asked of the master and not yet answered: nodes that are looked for, and questions by their ID.
    private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FamilyQuestion> _questions = new(StringComparer.Ordinal);
    private long _lastQuestion;

    /// <summary>Sets an entry of this node's part of the database.</summary>
    public void Set(string family, string key, FamilyValue value)
    {
        if (value.Equals(_own.Find(family, key)))
        {
            return;
        }

        var update = new FamilyUpdate();
        update.Set.Add(key, value);
        Change(family, update);
    }

    /// <summary>Deletes an entry of this node's part of the database, if it is there.</summary>
    public void Delete(string family, string key)
    {
        if (_own.Find(family, key) is not null)
        {
            var update = new FamilyUpdate();
            update.Deleted.Add(key);
            Change(family, update);
        }
    }

    /// <summary>Asks a question; it is answered as soon as there is somebody who can.</summary>
    /// <returns>What <see cref="Withdraw"/> takes.</returns>
    public string? Ask(FamilyQuestion question)
    {
        if (ServesItself)
        {
            question.Answer(_all);
            return null;
        }

        string id = (++_lastQuestion).ToString(CultureInfo.InvariantCulture);
        _questions.Add(id, question);
        if (_master is not null)
        {
            output.Send(_master, question.Request(id));
        }

        return id;
    }

    /// <summary>Nobody waits for an answer any more.</summary>
    public void Withdraw(string id) => _questions.Remove(id);

    /// <summary>Looks for a node; <see cref="IMeshOutput.Found"/> tells where it is.</summary>
    public void Find(string nodeId)
    {
        if (ServesItself)
        {
            Find(nodeId, _all.Find(Family.Listeners, nodeId));
        }
        else if (_wanted.Add(nodeId) && _master is not null)
        {
            output.Send(_master, MeshWriter.Request(MeshRequest.Find, nodeId));
        }
    }

    /// <summary>Nobody looks for a node any more.</summary>
    public void StopFinding(string nodeId) => _wanted.Remove(nodeId);

    /// <summary>Monitors a family: tells what is in it, and from then on what changes.</summary>
    public void AddMonitor(string family, Action<FamilyChange> monitor)
    {
        if (!_views.TryGetValue(family, out FamilyView? view))
        {
            _views.Add(family, view = new FamilyView(family));
            if (ServesItself)
            {
                view.Replace(_all.Get(family));
            }
            else if (_master is not null)
            {
                output.Send(_master, MeshWriter.Request(MeshRequest.Monitor, family));
            }
        }

        view.Add(monitor);
    }

    /// <summary>Monitors it no more.</summary>
    public void RemoveMonitor(string family, Action<FamilyChange> monitor)
    {
        if (!_views.TryGetValue(family, out FamilyView? view) || !view.Remove(monitor) || !view.IsUnused)
        {
            return;
        }

        _views.Remove(family);
        if (_master is not null)
        {
            output.Send(_master, MeshWriter.Request(MeshRequest.Unmonitor, family));
        }
    }

    private void Change(string family, FamilyUpdate update)
    {
        FamilyUpdate own = _own.Apply(_ownId, family, update);
        FamilyUpdate seen = _served.Apply(_ownId, family, update);
        if (ServesItself)
        {
            Serve(family, seen);
            return;
        }

        _all.Apply(_ownId, family, update);
        if (_master is not null)
        {
            SendAll(_master, MeshWriter.Update(MeshRequest.Update, family, own));
        }
    }

    // It is the master from now on: it gets this node's part, and all that is still to be answered.
    private void Follow(string seed)
    {
        if (IsGlobal)
        {
            return;
        }

        _master = seed;
        SendAll(seed, MeshWriter.Part(MeshRequest.Slave, _own.GetAll()));
        foreach (string nodeId in _wanted)
        {
            output.Send(seed, MeshWriter.Request(MeshRequest.Find, nodeId));
        }

        foreach ((string id, FamilyQuestion question) in _questions)
        {
            output.Send(seed, question.Request(id));
        }

        foreach (string family in _views.Keys)
        {
            output.Send(seed, MeshWriter.Request(MeshRequest.Monitor, family));
        }
    }

    private void TakeFromMaster(string tag, ref MeshReader request)
    {
        if (!request.TryReadText(out string? what))
        {
            return;
        }

        switch (tag)
        {
            case MeshRequest.Found when _wanted.Remove(what):
                output.Found(what, request.ReadTexts());
                break;
            case MeshRequest.Reply when _questions.Remove(what, out FamilyQuestion? question):
                question.Answer(ref request);
                break;
            case MeshRequest.Contents when _views.TryGetValue(what, out FamilyView? view):
                _ = request.TryReadEntries(out Dictionary<string, FamilyValue> entries);
                view.Replace(entries);
                break;
            case MeshRequest.Change when _views.TryGetValue(what, out FamilyView? view):
                view.Apply(request.ReadUpdate());
                break;
        }
    }

    // From now on this node has everything itself.
    private void ServeOneself()
    {
        foreach (string nodeId in _wanted.ToArray())
        {
            _wanted.Remove(nodeId);
            Find(nodeId, _all.Find(Family.Listeners, nodeId));
        }

        foreach ((string id, FamilyQuestion question) in _questions.ToArray())
        {
            _questions.Remove(id);
            question.Answer(_all);
        }

        foreach ((string family, FamilyView view) in _views)
        {
            view.Replace(_all.Get(family));
        }
    }

    private void Find(string nodeId, FamilyValue? listeners) =>
        output.Found(nodeId, listeners is null ? [] : MeshReader.TextsOf(listeners));
}

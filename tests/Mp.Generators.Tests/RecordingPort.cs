namespace Mp.Generators.Tests;

/// <summary>The base of ports in tests: their handlers note that they ran, and with what.</summary>
public abstract class RecordingPort : Port
{
    private readonly List<string> _notes = [];

    /// <summary>What was noted since the last call, in order.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        string[] notes = [.. _notes];
        _notes.Clear();
        return notes;
    }

    /// <summary>To be called by handlers.</summary>
    protected void Note(string text) => _notes.Add(text);
}

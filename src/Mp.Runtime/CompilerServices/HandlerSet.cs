using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>
/// The handlers of a port that have done their work and are removed, by their index. For generated code.
/// </summary>
/// <remarks>A mutable struct: to be kept in a field, never copied.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct HandlerSet
{
    private ulong _first;
    private ulong[]? _others;

    /// <summary>Whether a handler was added.</summary>
    public readonly bool Contains(int handler)
    {
        if (handler < 64)
        {
            return (_first & (1UL << handler)) != 0;
        }

        int word = (handler / 64) - 1;
        return _others is { } others && word < others.Length && (others[word] & (1UL << (handler % 64))) != 0;
    }

    /// <summary>Adds a handler.</summary>
    public void Add(int handler)
    {
        if (handler < 64)
        {
            _first |= 1UL << handler;
            return;
        }

        int word = (handler / 64) - 1;
        if (_others is null || word >= _others.Length)
        {
            Array.Resize(ref _others, word + 1);
        }

        _others[word] |= 1UL << (handler % 64);
    }
}

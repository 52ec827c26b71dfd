using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>A handler that was added at run time. Disposing it removes it: for good, and from any thread.</summary>
internal abstract class AddedHandler(Port port, ElementTest[] pattern) : IDisposable
{
    /// <summary>
    /// The number of the first handler that was added to a port, by which they come after all generated ones. The
    /// number of a handler is good for one message.
    /// </summary>
    public const int FirstNumber = 1 << 30;

    private volatile bool _isRemoved;

    /// <summary>Tries handlers on a message, in the order in which they were added.</summary>
    /// <param name="handlers">Those that there were when the message's turn began.</param>
    /// <param name="message">The message.</param>
    /// <param name="dispatch">Says where to begin.</param>
    public static void Match(AddedHandler[] handlers, Message message, ref Dispatch dispatch)
    {
        var source = new ElementSource(message);
        for (int index = 0; index < handlers.Length; index++)
        {
            if (dispatch.Wants(FirstNumber + index) && handlers[index].Try(source, ref dispatch, FirstNumber + index))
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isRemoved = true;
        port.Remove(this);
    }

    /// <summary>Calls the handler if its parameters bind to what follows the pattern.</summary>
    /// <returns><see langword="true"/> if it has to be waited for.</returns>
    protected abstract bool TryCall(ref ElementSource source, ref Dispatch dispatch, int number);

    // Removed handlers are met for as long as the message's turn lasts in which they were removed.
    private bool Try(ElementSource source, ref Dispatch dispatch, int number)
    {
        if (_isRemoved)
        {
            return false;
        }

        foreach (ElementTest isMet in pattern)
        {
            if (!isMet(ref source))
            {
                return false;
            }
        }

        return TryCall(ref source, ref dispatch, number);
    }
}

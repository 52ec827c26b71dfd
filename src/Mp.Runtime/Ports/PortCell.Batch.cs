using Mp.CompilerServices;

namespace Mp.Ports;

/// <content>Messages that came together from another node.</content>
internal sealed partial class PortCell
{
    /// <summary>Whether messages may be put into its queue as one <see cref="WireBatch"/>.</summary>
    /// <remarks>Not if each takes a place of its own, or gets into the hands of code that was not generated.</remarks>
    public bool TakesBatches =>
        Volatile.Read(ref _port) is { HandlerCount: > 0, Added: null } && _room is null;

    /// <summary>Handles messages that came together, as far as one can go without a stop. Of the port's turn.</summary>
    public void Handle(WireBatch batch)
    {
        Port present = _port;
        var dispatch = new Dispatch(present);
        int handled = 0;
        try
        {
            while (batch.Left > 0 && present.Added is null && !dispatch.IsSuspended)
            {
                handled++;
                _pace.Step();
                WireMessage message = batch.TakeNext();
                dispatch.Begin();
                present.Match(message, ref dispatch);
                if (!dispatch.IsMatched || dispatch.IsSuspended)
                {
                    Settle(present, message.Keep(), null, ref dispatch);
                }
            }
        }
        finally
        {
            dispatch.LeaveContext();
            batch.LeaveWindow(handled);
            PutBack(batch);
        }
    }

    // To where it was taken from, which is before all that is there now.
    private void PutBack(WireBatch batch)
    {
        // Handlers that were added meanwhile may keep what they see: for them each message is an object of its own.
        Message? rest = _port.Added is not null ? batch.Unpack() : batch.Left > 0 ? batch : null;
        if (rest is null || _extension?.TryPutBack(rest) == true)
        {
            return;
        }

        Message last = rest;
        while (last.Next is not null)
        {
            last = last.Next;
        }

        last.Next = _backlog;
        _backlog = rest;
    }
}

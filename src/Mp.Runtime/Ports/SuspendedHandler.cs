using Mp.Matching;

namespace Mp.Ports;

/// <summary>An asynchronous handler that has not finished, and the message that it is at.</summary>
/// <param name="Message">The message; the handlers after this one are still to see it.</param>
/// <param name="Task">What the port waits for.</param>
/// <param name="Handler">Which handler it is.</param>
/// <param name="IsDecisive">Whether the handler is removed if the task, of a truth value, results in true.</param>
/// <param name="Added">The handlers added at run time that the message is for.</param>
internal sealed record SuspendedHandler(
    Message Message,
    Task Task,
    int Handler,
    bool IsDecisive,
    AddedHandler[]? Added)
{
    /// <summary>Removes the handler, which is done.</summary>
    public void Remove(Port port)
    {
        if (Handler < AddedHandler.FirstNumber)
        {
            port.RemoveHandler(Handler);
        }
        else
        {
            Added![Handler - AddedHandler.FirstNumber].Dispose();
        }
    }
}

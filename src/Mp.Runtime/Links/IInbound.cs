using System.Diagnostics.CodeAnalysis;
using Mp.Wire;

namespace Mp.Links;

/// <summary>Where what comes over one connection goes, in the order in which it came.</summary>
/// <remarks>Called on one thread at a time.</remarks>
internal interface IInbound
{
    /// <summary>
    /// Is another number when the port that the last message was for has got on, whoever's message it was. To be read
    /// on any thread.
    /// </summary>
    int PortSteps { get; }

    /// <summary>A message has arrived. It may be held back until <see cref="Deliver"/>, for those after it.</summary>
    /// <param name="frame">The message, which is for the node's own port if that of the frame has no name.</param>
    /// <param name="elements">
    /// Its elements where nobody else will write if it is taken; nothing if they have to be copied.
    /// </param>
    /// <param name="holdUp">
    /// If it was not taken, what it waits for: it is to be offered again then, and nothing that came after it before.
    /// </param>
    /// <returns>Whether it was taken.</returns>
    bool TryReceive(in Frame frame, ReadOnlyMemory<byte>? elements, [NotNullWhen(false)] out HoldUp? holdUp);

    /// <summary>Room for the last message has not come soon enough: when it is offered again, it is taken.</summary>
    void StopWaiting();

    /// <summary>Nothing more has arrived for now: nothing is to be held back any longer.</summary>
    void Deliver();
}

using Mp.CompilerServices;

namespace Mp.Links;

/// <summary>Where what comes over one connection goes, in the order in which it came.</summary>
/// <remarks>Called on one thread at a time.</remarks>
internal interface IInbound
{
    /// <summary>A message has arrived. It may be held back until <see cref="Deliver"/>, for those after it.</summary>
    /// <param name="portName">The name of the port that it is for, in UTF-8; empty for the node's own.</param>
    /// <param name="message">The message; its bytes are its own.</param>
    void Receive(ReadOnlySpan<byte> portName, WireMessage message);

    /// <summary>Nothing more has arrived for now: nothing is to be held back any longer.</summary>
    void Deliver();
}

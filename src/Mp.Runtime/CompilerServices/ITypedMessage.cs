using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>A value that is a whole message. Implemented by generated code, for records marked [Message].</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITypedMessage
{
    /// <summary>The message: a new one each time.</summary>
    Message ToMessage();

    /// <summary>The message, with one more element at its end: where to send an answer.</summary>
    Message ToMessage(PortId reply);
}

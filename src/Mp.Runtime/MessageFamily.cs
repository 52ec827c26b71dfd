namespace Mp;

/// <summary>How a port has to look at what stands in its queue.</summary>
internal enum MessageFamily
{
    /// <summary>A message of this process, matched by the types of its elements.</summary>
    Memory,

    /// <summary>A message that came as bytes, matched over them.</summary>
    Wire,

    /// <summary>No message at all: something that the port is to do in its turn.</summary>
    Control,
}

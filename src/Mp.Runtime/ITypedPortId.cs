namespace Mp;

/// <summary>A <see cref="PortId{TPort}"/> of any class: what tells the plain ID where the class is not known.</summary>
internal interface ITypedPortId
{
    /// <summary>The plain ID.</summary>
    PortId Id { get; }
}

namespace Mp;

/// <summary>The ID of a port whose class is known, so that the compiler can check what is sent to it.</summary>
/// <typeparam name="TPort">The class of the port.</typeparam>
/// <param name="Id">The plain ID.</param>
public readonly record struct PortId<TPort>(PortId Id) : ITypedPortId
    where TPort : Port
{
    /// <summary>The plain ID.</summary>
    public static implicit operator PortId(PortId<TPort> id) => id.Id;

    /// <summary>The plain ID.</summary>
    public PortId ToPortId() => Id;

    /// <summary>The ID as text: <c>node#port</c>.</summary>
    public override string ToString() => Id.ToString();
}

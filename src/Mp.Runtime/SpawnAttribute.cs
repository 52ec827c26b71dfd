namespace Mp;

/// <summary>
/// Marks a port class that other nodes, and this one, may have created by <c>Spawn</c>, under this name. Its
/// constructor's parameters bind to the elements after the name, by the rules of handlers.
/// </summary>
/// <remarks>
/// A class that is not so marked can't be named by a peer. Arguments that the constructor does not take create nothing.
/// A name is known from when the class's project is first used in the process.
/// </remarks>
/// <param name="name">The name: 1 to 255 bytes in UTF-8, one class each.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SpawnAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

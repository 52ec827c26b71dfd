namespace Mp.Generators.Tests.Behaviour;

/// <summary>Which match table a message goes through, and as what kind of message.</summary>
public enum Table
{
    /// <summary>In memory, elements boxed.</summary>
    Memory,

    /// <summary>In memory, as <c>Snd</c> with a tag makes it.</summary>
    TypedMemory,

    /// <summary>As bytes.</summary>
    Wire,
}

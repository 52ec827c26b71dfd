namespace Mp.TestKit.Patterns;

/// <summary>What kind of message the same elements come as.</summary>
public enum MessageForm
{
    /// <summary>In memory, elements boxed.</summary>
    Boxed,

    /// <summary>In memory, as <c>Snd</c> with a tag makes it.</summary>
    Typed,

    /// <summary>As bytes.</summary>
    Wire,
}

namespace Mp.Analyzers.Sent;

/// <summary>What happens to a variable.</summary>
internal enum SentEventKind
{
    /// <summary>The object that it refers to is part of a message.</summary>
    Sent,

    /// <summary>The object that it refers to changes.</summary>
    Changed,

    /// <summary>It may refer to another object from now on.</summary>
    Replaced,
}

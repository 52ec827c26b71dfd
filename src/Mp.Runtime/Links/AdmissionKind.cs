namespace Mp.Links;

/// <summary>The kinds of <see cref="Admission"/>.</summary>
internal enum AdmissionKind
{
    /// <summary>It is to be closed.</summary>
    Refused,

    /// <summary>It is to be closed: the connection that there is has replaced another one just now.</summary>
    TooSoon,

    /// <summary>It is the link's connection from now on.</summary>
    Accepted,

    /// <summary>
    /// It is of a later life of the node: the epoch that there is is to be ended, and then it is to be tried again.
    /// </summary>
    Replaces,

    /// <summary>
    /// The epoch that there is has to show that it lives; if it does not, it is to be ended, and this tried again.
    /// </summary>
    Challenges,

    /// <summary>
    /// The epoch that there was is ending: it is to be tried again when everybody was told.
    /// </summary>
    Waits,

    /// <summary>The link was forgotten: it is to be tried with the one that has taken its place.</summary>
    Retired,
}

namespace Mp.Analyzers.Sends;

/// <summary>Whether what is sent is what a handler waits for.</summary>
internal enum FitKind
{
    /// <summary>It is.</summary>
    Always,

    /// <summary>Some values are, and nothing says whether these will be sent.</summary>
    Sometimes,

    /// <summary>It may well be: what is sent is not known well enough to say.</summary>
    Unknown,

    /// <summary>It can't be.</summary>
    Never,
}

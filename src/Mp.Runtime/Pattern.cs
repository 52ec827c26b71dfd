namespace Mp;

/// <summary>The wildcard of patterns: <c>[Rcv("child_died", Any, 3)]</c>.</summary>
/// <remarks>
/// A constant, so that it may stand in an attribute. It is in scope inside every <see cref="Port"/> class; elsewhere
/// <c>using static Mp.Pattern;</c> brings it in.
/// </remarks>
public enum Pattern
{
    /// <summary>Matches any one element, which must exist. A parameter of the handler binds to it.</summary>
    Any,
}

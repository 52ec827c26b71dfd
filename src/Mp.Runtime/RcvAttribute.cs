namespace Mp;

/// <summary>Marks a method of a <see cref="Port"/> class as a handler of the messages that match a pattern.</summary>
/// <remarks>
/// <para>
/// The pattern is matched against the first elements of a message; further elements are allowed. A constant matches an
/// equal element, <see cref="Pattern.Any"/> any one. The method's parameters bind, in order, to the elements matched by
/// <see cref="Pattern.Any"/> and then to those after the pattern. A parameter whose element is missing, or is of
/// another type, means that the message does not match.
/// </para>
/// <para>
/// Every handler that matches runs, in the order of declaration. One that returns <see langword="true"/> is removed.
/// </para>
/// <para>
/// A method may have several patterns: each is tried in its turn, and the first that matches makes the method run. It
/// runs once per message, and when it is removed, it is with all its patterns.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RcvAttribute : Attribute
{
    /// <summary>Receives the messages whose first elements match <paramref name="pattern"/>.</summary>
    /// <param name="pattern">
    /// Strings, integers, floating-point numbers, booleans, characters, enum constants, <see langword="null"/> or
    /// <see cref="Pattern.Any"/>. Empty: every message whose elements fit the parameters.
    /// </param>
    public RcvAttribute(params object?[]? pattern)
    {
        // [Rcv(null)] passes no array: it is the pattern of one null.
        Pattern = pattern ?? [null];
    }

    /// <summary>The pattern, element by element.</summary>
    public IReadOnlyList<object?> Pattern { get; }
}

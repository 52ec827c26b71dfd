namespace Mp;

/// <summary>Marks the method of a <see cref="Port"/> class that receives what no handler matches.</summary>
/// <remarks>
/// The method takes the <see cref="Message"/> or nothing, and returns nothing, a task or a value task. A class has one
/// at most; it takes the place of that of a base class. What it receives does not count as unmatched.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RcvUnmatchedAttribute : Attribute;

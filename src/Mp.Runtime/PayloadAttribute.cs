namespace Mp;

/// <summary>Marks a record that messages carry: the compiler writes its codec.</summary>
/// <remarks>
/// The record travels as a map from the names of its primary constructor's parameters to their values. Members that the
/// receiver does not know are skipped; a missing one takes its default, or the message does not match if it has none.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PayloadAttribute : Attribute;

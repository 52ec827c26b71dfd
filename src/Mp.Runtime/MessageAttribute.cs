namespace Mp;

/// <summary>Marks a partial record that is a message: the compiler writes how it is sent and received.</summary>
/// <remarks>
/// <para>
/// The message is the tag and, after it, the parameters of the record's primary constructor in their order: exactly
/// the list that <c>Snd</c> would be given without the record. So whoever sends may write the record and whoever
/// receives the list, or the other way round.
/// </para>
/// <para>
/// A method marked <see cref="RcvAttribute"/> without a pattern, whose first parameter is the record, receives it. As
/// an element of another message, a record travels only if it is marked <see cref="PayloadAttribute"/> as well.
/// </para>
/// </remarks>
/// <param name="tag">The first element of the message: what it is. Not empty.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MessageAttribute(string tag) : Attribute
{
    /// <summary>The first element of the message.</summary>
    public string Tag => tag;
}

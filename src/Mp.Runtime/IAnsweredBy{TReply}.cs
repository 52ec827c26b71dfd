using Mp.CompilerServices;

namespace Mp;

/// <summary>
/// Says what a record marked <see cref="MessageAttribute"/> is answered by: <c>Cal</c> then results in that.
/// </summary>
/// <remarks>
/// <c>[Message("ask_total")] partial record AskTotal(string Account) : IAnsweredBy&lt;Total&gt;;</c>. It has no members
/// of its own: whatever it inherits is generated.
/// </remarks>
/// <typeparam name="TReply">The answer: a record marked <see cref="MessageAttribute"/> as well.</typeparam>
public interface IAnsweredBy<TReply> : ITypedMessage
    where TReply : ITypedMessage<TReply>;

using System.Runtime.CompilerServices;
using Mp.Matching;

namespace Mp;

/// <content>Handlers that are added at run time.</content>
/// <remarks>
/// An asynchronous lambda fits an <see cref="Action"/>, too, and both kinds of tasks: by their priority, those that
/// return a <see cref="Task"/> come first.
/// </remarks>
public abstract partial class Port
{
    /// <summary>Adds a handler of messages that begin with a tag.</summary>
    /// <remarks>
    /// <para>
    /// The handler's parameters bind, in order, to the elements after the tag, by the rules of
    /// <see cref="RcvAttribute"/>: an element that is missing or of another type means that the message does not match;
    /// a <see cref="Message"/> is the message itself. Write the types into the lambda: <c>(PortId reply) => ...</c>.
    /// <see langword="object"/> takes any element, null as well; no other type takes null.
    /// </para>
    /// <para>
    /// All handlers that match run: first those marked <see cref="RcvAttribute"/>, then those added, in the order in
    /// which they were. One that returns <see langword="true"/> is removed. Safe to call from any thread and at any
    /// time; a handler added while a message is handled sees the next one.
    /// </para>
    /// </remarks>
    /// <param name="tag">What the first element must be.</param>
    /// <param name="handler">Called in the port's turn. What it throws kills the port.</param>
    /// <returns>Removes the handler when disposed: from any thread, and any number of times.</returns>
    /// <exception cref="ArgumentException">No codec is known for the type of a parameter.</exception>
    protected IDisposable Rcv(string tag, Action handler) =>
        Add(new TypedHandler<Nothing>(this, tag, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv(string tag, Func<bool> handler) =>
        Add(new TypedHandler<bool>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv(string tag, Func<Task> handler) =>
        Add(new TypedHandler<Task>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv(string tag, Func<Task<bool>> handler) =>
        Add(new TypedHandler<Task<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv(string tag, Func<ValueTask> handler) =>
        Add(new TypedHandler<ValueTask>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv(string tag, Func<ValueTask<bool>> handler) =>
        Add(new TypedHandler<ValueTask<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1>(string tag, Action<T1> handler) =>
        Add(new TypedHandler<T1, Nothing>(this, tag, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1>(string tag, Func<T1, bool> handler) =>
        Add(new TypedHandler<T1, bool>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1>(string tag, Func<T1, Task> handler) =>
        Add(new TypedHandler<T1, Task>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1>(string tag, Func<T1, Task<bool>> handler) =>
        Add(new TypedHandler<T1, Task<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1>(string tag, Func<T1, ValueTask> handler) =>
        Add(new TypedHandler<T1, ValueTask>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1>(string tag, Func<T1, ValueTask<bool>> handler) =>
        Add(new TypedHandler<T1, ValueTask<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2>(string tag, Action<T1, T2> handler) =>
        Add(new TypedHandler<T1, T2, Nothing>(this, tag, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, bool> handler) =>
        Add(new TypedHandler<T1, T2, bool>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, Task> handler) =>
        Add(new TypedHandler<T1, T2, Task>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, Task<bool>> handler) =>
        Add(new TypedHandler<T1, T2, Task<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, ValueTask> handler) =>
        Add(new TypedHandler<T1, T2, ValueTask>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, ValueTask<bool>> handler) =>
        Add(new TypedHandler<T1, T2, ValueTask<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3>(string tag, Action<T1, T2, T3> handler) =>
        Add(new TypedHandler<T1, T2, T3, Nothing>(this, tag, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, bool> handler) =>
        Add(new TypedHandler<T1, T2, T3, bool>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, Task> handler) =>
        Add(new TypedHandler<T1, T2, T3, Task>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, Task<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, Task<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, ValueTask> handler) =>
        Add(new TypedHandler<T1, T2, T3, ValueTask>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, ValueTask<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, ValueTask<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4>(string tag, Action<T1, T2, T3, T4> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, Nothing>(this, tag, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, bool> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, bool>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, Task> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, Task>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, Task<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, Task<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, ValueTask> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, ValueTask>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, ValueTask<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, ValueTask<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Action<T1, T2, T3, T4, T5> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, Nothing>(this, tag, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, bool> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, bool>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, Task> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, Task>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, Task<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, Task<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, ValueTask> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, ValueTask>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, ValueTask<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, ValueTask<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Action<T1, T2, T3, T4, T5, T6> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, Nothing>(this, tag, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Func<T1, T2, T3, T4, T5, T6, bool> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, bool>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Func<T1, T2, T3, T4, T5, T6, Task> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, Task>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Func<T1, T2, T3, T4, T5, T6, Task<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, Task<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Func<T1, T2, T3, T4, T5, T6, ValueTask> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, ValueTask>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, ValueTask<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, ValueTask<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(string tag, Action<T1, T2, T3, T4, T5, T6, T7> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, T7, Nothing>(this, tag, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(string tag, Func<T1, T2, T3, T4, T5, T6, T7, bool> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, T7, bool>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(string tag, Func<T1, T2, T3, T4, T5, T6, T7, Task> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, T7, Task>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, T7, Task<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, T7, Task<bool>>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, T7, ValueTask> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, T7, ValueTask>(this, tag, handler));

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    protected IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, T7, ValueTask<bool>> handler) =>
        Add(new TypedHandler<T1, T2, T3, T4, T5, T6, T7, ValueTask<bool>>(this, tag, handler));

    /// <summary>Adds a handler of messages whose first elements match a pattern.</summary>
    /// <inheritdoc cref="Rcv(string, Action)" path="/returns"/>
    /// <param name="pattern">
    /// At most 16 elements. Strings, numbers, truth values, characters, enum constants, null and port IDs match equal
    /// elements; <see cref="Any"/> any one; a <see cref="Type"/> one that a parameter of this type would take; a
    /// <see cref="System.Text.RegularExpressions.Regex"/> a string; a <c>Func&lt;object?, bool&gt;</c> decides itself,
    /// by the element as it is after a journey: integers are <see langword="long"/>, port IDs strings, and so on.
    /// </param>
    /// <param name="handler">Called in the port's turn. What it, or a predicate, throws kills the port.</param>
    /// <exception cref="ArgumentException">An element can't stand in a pattern; the message says why.</exception>
    protected IDisposable Rcv(ReadOnlySpan<object?> pattern, Action<Message> handler) =>
        Add(new PatternHandler<Nothing>(this, pattern, Nothing.Of(handler)));

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    protected IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, bool> handler) =>
        Add(new PatternHandler<bool>(this, pattern, handler));

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, Task> handler) =>
        Add(new PatternHandler<Task>(this, pattern, handler));

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    [OverloadResolutionPriority(1)]
    protected IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, Task<bool>> handler) =>
        Add(new PatternHandler<Task<bool>>(this, pattern, handler));

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    protected IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, ValueTask> handler) =>
        Add(new PatternHandler<ValueTask>(this, pattern, handler));

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    protected IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, ValueTask<bool>> handler) =>
        Add(new PatternHandler<ValueTask<bool>>(this, pattern, handler));
}

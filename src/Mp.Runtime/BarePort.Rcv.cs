using System.Runtime.CompilerServices;

namespace Mp;

/// <content>Handlers, for everybody to add.</content>
public sealed partial class BarePort
{
    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv(string tag, Action handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv(string tag, Func<bool> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv(string tag, Func<Task> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv(string tag, Func<Task<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv(string tag, Func<ValueTask> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv(string tag, Func<ValueTask<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1>(string tag, Action<T1> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1>(string tag, Func<T1, bool> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1>(string tag, Func<T1, Task> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1>(string tag, Func<T1, Task<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1>(string tag, Func<T1, ValueTask> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1>(string tag, Func<T1, ValueTask<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2>(string tag, Action<T1, T2> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, bool> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, Task> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, Task<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, ValueTask> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2>(string tag, Func<T1, T2, ValueTask<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3>(string tag, Action<T1, T2, T3> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, bool> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, Task> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, Task<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, ValueTask> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3>(string tag, Func<T1, T2, T3, ValueTask<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4>(string tag, Action<T1, T2, T3, T4> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, bool> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, Task> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, Task<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, ValueTask> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4>(string tag, Func<T1, T2, T3, T4, ValueTask<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Action<T1, T2, T3, T4, T5> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, bool> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, Task> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, Task<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, ValueTask> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5>(string tag, Func<T1, T2, T3, T4, T5, ValueTask<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Action<T1, T2, T3, T4, T5, T6> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Func<T1, T2, T3, T4, T5, T6, bool> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Func<T1, T2, T3, T4, T5, T6, Task> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Func<T1, T2, T3, T4, T5, T6, Task<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6>(string tag, Func<T1, T2, T3, T4, T5, T6, ValueTask> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, ValueTask<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(string tag, Action<T1, T2, T3, T4, T5, T6, T7> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, T7, bool> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, T7, Task> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, T7, Task<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, T7, ValueTask> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(string, Action)"/>
    public new IDisposable Rcv<T1, T2, T3, T4, T5, T6, T7>(
        string tag,
        Func<T1, T2, T3, T4, T5, T6, T7, ValueTask<bool>> handler) =>
        base.Rcv(tag, handler);

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    public new IDisposable Rcv(ReadOnlySpan<object?> pattern, Action<Message> handler) =>
        base.Rcv(pattern, handler);

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    public new IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, bool> handler) =>
        base.Rcv(pattern, handler);

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, Task> handler) =>
        base.Rcv(pattern, handler);

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    [OverloadResolutionPriority(1)]
    public new IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, Task<bool>> handler) =>
        base.Rcv(pattern, handler);

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    public new IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, ValueTask> handler) =>
        base.Rcv(pattern, handler);

    /// <inheritdoc cref="Port.Rcv(ReadOnlySpan{object?}, Action{Message})"/>
    public new IDisposable Rcv(ReadOnlySpan<object?> pattern, Func<Message, ValueTask<bool>> handler) =>
        base.Rcv(pattern, handler);
}

using Mp.CompilerServices;
using Mp.Monitoring;
using Mp.Telemetry;

#pragma warning disable CA1001 // The end of the call lets go of what it owns: nobody has to dispose of it.

namespace Mp.Nodes;

/// <summary>The port for the answer to one call. It takes one message, and is gone.</summary>
/// <remarks>
/// Whatever ends the call comes through its queue, an answer as well as a time-out: what is first ends it, and the port
/// dies of it. What comes later is for a dead port, and dropped as such. As that happens in its turn, whoever awaits
/// the answer goes on on the scheduler.
/// </remarks>
internal sealed class ReplyPort(Calls calls) : Port
{
    private const int Begun = 0;
    private const int Armed = 1;
    private const int Ended = 2;

    private readonly TaskCompletionSource<Message> _outcome = new();

    // What may end the call, and has to be let go of when it has ended. Written before it is armed, read afterwards.
    private PortMonitor? _monitor;
    private ITimer? _timer;
    private CancellationTokenRegistration _cancellation;
    private int _state = Begun;

    // What has ended the call. Of the port's turn.
    private Message? _answer;
    private Exception? _failure;

    // What was called, for those who have to be told.
    private PortId _called;
    private string? _tag;
    private TimeSpan _timeout;

    /// <summary>The answer, or why there is none.</summary>
    public Task<Message> Outcome => _outcome.Task;

    /// <summary>Sends the question, and has the call end when it will not be answered.</summary>
    /// <param name="to">The port called.</param>
    /// <param name="question">What is sent to it.</param>
    /// <param name="timeout">How long to wait for the answer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void Ask(PortId to, Message question, TimeSpan timeout, CancellationToken cancellationToken)
    {
        _called = to;
        _tag = question.Tag;
        _timeout = timeout;
        try
        {
            calls.Add(this);
            _timer = calls.StartTimer(this, timeout);
            _cancellation = cancellationToken.UnsafeRegister(
                static (port, token) => ((ReplyPort)port!).End(new OperationCanceledException(token)),
                this);

            // Before the question is sent: it can't be lost, then, without the monitor firing.
            _monitor = new PortMonitor((_, reason) => End(NoAnswer(reason)));
            calls.Watch(to, _monitor);
            calls.Send(to, question);
        }
        catch
        {
            End(new OperationCanceledException());
            throw;
        }
        finally
        {
            Reach(Armed, afterwards: Ended);
        }
    }

    /// <summary>Ends the call, soon, if nothing else has ended it before.</summary>
    public void End(Exception failure) => Cell.Enqueue(new CallEnd(failure));

    /// <summary>The time is over.</summary>
    public void EndByTimeout()
    {
        MpMeter.CountLimit(Limit.CallTimeout);
        End(new TimeoutException(
            $"{Call()} was not answered within {_timeout}. Whether it was received is not known. If it may take "
            + $"longer, give 'timeout:' at the call, or {nameof(NodeOptions)}.{nameof(NodeOptions.CallTimeout)}."));
    }

    /// <summary>Ends the call. Of the port's turn.</summary>
    public void Fail(Exception failure)
    {
        _failure = failure;
        Cell.Die(Reason.Normal);
    }

    /// <inheritdoc/>
    internal override void OnDied(Reason reason)
    {
        try
        {
            calls.Remove(this);
            Reach(Ended, afterwards: Armed);
        }
        finally
        {
            // Whatever fails in letting go, as a timer that is not of .NET: who waits is told.
            Complete(reason);
        }
    }

    private void Complete(Reason reason)
    {
        switch (_answer, _failure)
        {
            case ({ } answer, _):
                _outcome.SetResult(answer);
                break;
            case (_, OperationCanceledException cancellation):
                _outcome.SetCanceled(cancellation.CancellationToken);
                break;
            default:
                // Without either, the port was killed by somebody who was given its ID.
                _outcome.SetException(_failure ?? NoAnswer(reason));
                break;
        }
    }

    /// <inheritdoc/>
    protected internal override void Match(MemoryMessage message, ref Dispatch dispatch) =>
        Receive(message, ref dispatch);

    /// <inheritdoc/>
    protected internal override void Match(WireMessage message, ref Dispatch dispatch) =>
        Receive(message, ref dispatch);

    private void Receive(Message message, ref Dispatch dispatch)
    {
        dispatch.Match();
        _answer = message;
        dispatch.End();
    }

    // The call may end while it is being armed. Whoever comes second, who arms it or who ends it, sees all there is to
    // be let go of.
    private void Reach(int state, int afterwards)
    {
        if (Interlocked.Exchange(ref _state, state) == afterwards)
        {
            _timer?.Dispose();
            _cancellation.Unregister();
            _monitor?.Dispose();
        }
    }

    private CallException NoAnswer(Reason reason) =>
        new($"{Call()} gets no answer: {Printable.Of(reason.ToString())}.", reason);

    private string Call() => $"The call of '{Printable.Of(_tag ?? "")}' to '{Printable.Of(_called.ToString())}'";
}

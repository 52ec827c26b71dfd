namespace Mp.Benchmarks;

/// <summary>A port that passes a ball on, until it has been passed often enough.</summary>
internal sealed partial class Ball : Port
{
    private TaskCompletionSource? _done;

    /// <summary>Where the ball goes from here.</summary>
    public PortId Next { get; set; }

    /// <summary>Completes when the ball has no passes left.</summary>
    public Task Expect()
    {
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _done.Task;
    }

    [Rcv("ball")]
    private void OnBall(long left)
    {
        if (left == 0)
        {
            _done!.SetResult();
        }
        else
        {
            Snd(Next, "ball", left - 1);
        }
    }
}

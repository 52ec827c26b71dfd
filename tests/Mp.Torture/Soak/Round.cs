namespace Mp.Torture.Soak;

/// <summary>
/// A port that has another one spawned at a peer, watches it, speaks to it, and kills it: all that it was answered is
/// there before it is told of the death, and it is told once.
/// </summary>
internal sealed partial class Round(PortId peer, int words, LinkLosses losses, Complaints complaints) : Port
{
    private const string Reason = "said all";

    private readonly TaskCompletionSource _watchedFromOutside = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _watchedInTurn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lossesBefore;
    private long _heard;
    private int _fires;

    /// <summary>Completes when all monitors have fired.</summary>
    public Task Over => Task.WhenAll(_watchedFromOutside.Task, _watchedInTurn.Task);

    [Rcv("begin")]
    private void OnBegin()
    {
        _lossesBefore = losses.Count;
        PortId mortal = Spawn(peer, Mortal.SpawnName, Self);
        Node.Mon(mortal, OnFiredOutside);
        Mon(mortal, OnFired);
        for (long number = 0; number < words; number++)
        {
            Snd(mortal, "word", number);
        }

        Kil(mortal, Reason, words);
    }

    [Rcv("word")]
    private void OnWord(long number)
    {
        if (number != _heard++)
        {
            complaints.Add($"{Self} heard word {number} where {_heard - 1} was due");
        }
    }

    private void OnFired(Reason reason)
    {
        Judge(reason);
        if (reason.Word == Reason && _heard != words)
        {
            complaints.Add($"{Self} was told of a death, and had heard {_heard} of {words} words");
        }

        _watchedInTurn.SetResult();
        Kil(Self);
    }

    private void OnFiredOutside(Reason reason)
    {
        Judge(reason);
        if (Interlocked.Increment(ref _fires) > 1)
        {
            complaints.Add($"a monitor of {Self} fired again: {reason}");
        }

        _watchedFromOutside.TrySetResult();
    }

    // Of a port that was asked for over one connection and watched over the next nothing is known there.
    private void Judge(Reason reason)
    {
        bool isExplained = reason.Word switch
        {
            Reason => reason is [_, var told] && Convert.ToInt64(told, null) == words,
            "transport_error" => true,
            "no_such_port" => losses.Count > _lossesBefore,
            _ => false,
        };
        if (!isExplained)
        {
            complaints.Add($"a monitor of {Self} fired with a reason that nobody gave: {reason}");
        }
    }
}

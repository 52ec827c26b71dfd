using Mp.TestKit;

namespace Mp.Torture.Processes;

/// <summary>Asks a port for a sign of life.</summary>
internal static class Echo
{
    /// <summary>Completes with the answer.</summary>
    /// <exception cref="TimeoutException">There was none.</exception>
    public static async Task AskAsync(Node node, PortId port)
    {
        var answers = new RecordingPort();
        PortId me = node.CreatePort(answers);
        node.Snd(port, "echo", me);
        await answers.WaitForAsync(1);
        node.Kil(me);
    }

    /// <summary>Asks again and again, one question at a time.</summary>
    /// <returns>How many answers there were in a second.</returns>
    public static async Task<double> RateAsync(Node node, PortId port, TimeSpan time)
    {
        long answers = 0;
        long start = TimeProvider.System.GetTimestamp();
        TimeSpan took;
        do
        {
            await AskAsync(node, port);
            answers++;
            took = TimeProvider.System.GetElapsedTime(start);
        }
        while (took < time);
        return answers / took.TotalSeconds;
    }
}

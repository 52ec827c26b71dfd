using System.Diagnostics;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>A node of the original implementation, where that is installed.</summary>
public sealed class PerlNodeTests
{
    [RequiresPerlModuleFact("AnyEvent::MP")]
    public async Task NodeOfPerl_JoinsByItsSeed_Answers_IsMonitored_AndIsSeenToGo()
    {
        await using Node node = await PublicNode.StartAsync();
        var joined = new TaskCompletionSource<PortId>();
        var left = new TaskCompletionSource();
        node.NodeDown += (nodeId, reason) =>
        {
            if (nodeId == "perl")
            {
                left.TrySetResult();
            }
        };
        using IDisposable watch = node.Groups.Watch("perl", change =>
        {
            if (change.Members.Count > 0)
            {
                joined.TrySetResult(change.Members[0]);
            }
        });
        using Process perl = Process.Start(ProgramRun.StartOf(
            "perl",
            [Path.Combine(AppContext.BaseDirectory, "Processes", "Perl", "echo.pl"), node.Id],
            (NodeOptions.SecretVariable, PublicNode.SecretText)))!;
        try
        {
            PortId peer = await joined.Task.Bounded();
            var port = new RecordingPort();
            node.Snd(peer, "ping", node.CreatePort(port), "head", 7);
            object?[] answer = Assert.Single(await port.WaitForAsync(1));
            Assert.Equal("head", answer[0]);
            Assert.Equal("pong", answer[2]);
            Assert.Equal(peer.ToString(), answer[3]?.ToString());

            var died = new TaskCompletionSource<Reason>();
            using IDisposable monitor = node.Mon(peer, died.SetResult);
            node.Snd(peer, "die");
            Assert.Equal("die", (await died.Task.Bounded()).Word);
        }
        finally
        {
            perl.Kill();
        }

        await left.Task.Bounded();
    }
}

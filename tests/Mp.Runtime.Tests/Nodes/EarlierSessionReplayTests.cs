using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Memory;
using Mp.Wire;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>
/// A session that two nodes of AnyEvent::MP 1.30 had, with a node of Mp in the place of either: it tells of itself, of its
/// groups and of whom it knows by the service that they have for that.
/// </summary>
public sealed class EarlierSessionReplayTests
{
    private static readonly Secret Secret = Secret.FromText("throwaway-secret");

    private static readonly string[] Session = File.ReadAllLines(
        Path.Combine(AppContext.BaseDirectory, "Wire", "Golden", "json-session-1x.txt"));

    private readonly MemoryNetwork _network = new();

    [Theory]
    [InlineData('<', "seed", "FdPNB3h7.a", 14802, "client", "cG69NY61dmYFPj9w.b")]
    [InlineData('>', "client", "Ffx1NCEA3.a", 14804, "seed", "hZHSEUS6OuZkYNXT.b")]
    public async Task InThePlaceOfEither_TheNodeSaysWhatThatSaid(
        char own,
        string nodeId,
        string portName,
        int place,
        string peerId,
        string rendezvous)
    {
        await using Node node = await StartAsync(nodeId, place);
        node.Snd(node.Port, "AnyEvent::MP::_spawn", portName, "echo");
        PortId port = PortId.Parse($"{nodeId}#{portName}");
        node.Groups.Register("echo", port);
        ITransportConnection connection = await _network.CreateTransport().ConnectAsync(new("127.0.0.1", place), default);
        await using RawPeer peer = await RawPeer.MeetAsync(
            connection, HandshakeRole.Connector, peerId, "json", Secret, isOfEarlierProtocol: true);

        // The name of the port there is the node's to choose.
        string[] spawned = [.. JsonNode.Parse(await peer.NextAsync())!.AsArray().Select(static part => part!.ToString())];
        Assert.Equal(["", "AnyEvent::MP::_spawn", "AnyEvent::MP::Global::connect", "0", nodeId], [.. spawned[..2], .. spawned[3..]]);
        string name = spawned[2];
        foreach (string tag in (string[])["mon1", "addr", "set", "setup", "seedme1"])
        {
            string line = Session.First(line => line[0] == own && line.Contains($"\"{tag}\"", StringComparison.Ordinal));
            Assert.Equal(line[2..].Replace(rendezvous, name, StringComparison.Ordinal), Plain(await peer.NextAsync()));
        }

        foreach (string line in Session.Where(line => line[0] != own).Take(7))
        {
            await peer.SendAsync(Encoding.UTF8.GetBytes(line[2..]));
        }

        string nodes = Session.First(line => line[0] == own && line.Contains("\"nodes\"", StringComparison.Ordinal));
        Assert.Equal(nodes[2..].Replace(rendezvous, name, StringComparison.Ordinal), Plain(await peer.NextAsync()));
        IReadOnlyList<PortId> members = await node.Groups.MembersAsync("echo");
        Assert.Equal([peerId, nodeId], members.Select(static member => member.NodeId).OrderByDescending(id => id == peerId));

        node.Kil(port, "enough", 42);
        Assert.Equal($"""["{name}","reg0","echo","{port}"]""", Plain(await peer.NextAsync()));
    }

    [Fact]
    public async Task WhatTheOtherHas_IsGoneWithIt_AndKilIsTheWord()
    {
        await using Node node = await StartAsync("seed", 14802);
        ITransportConnection connection = await _network.CreateTransport().ConnectAsync(new("127.0.0.1", 14802), default);
        var seen = new List<int>();
        var gone = new TaskCompletionSource();
        using IDisposable watch = node.Groups.Watch("echo", change =>
        {
            seen.Add(change.Members.Count);
            if (seen is [.., 1, 0])
            {
                gone.SetResult();
            }
        });
        await using (RawPeer peer = await RawPeer.MeetAsync(
            connection, HandshakeRole.Connector, "client", "json", Secret, isOfEarlierProtocol: true))
        {
            foreach (string line in Session.Where(static line => line[0] == '>').Take(7))
            {
                await peer.SendAsync(Encoding.UTF8.GetBytes(line[2..]));
            }

            node.Kil(PortId.Parse("client#Ffx1NCEA3.a"), "enough", 42);
            string heard;
            do
            {
                heard = await peer.NextAsync();
            }
            while (!heard.Contains("enough", StringComparison.Ordinal));
            Assert.Equal("""["","kil","Ffx1NCEA3.a","enough",42]""", Plain(heard));
            await peer.SendAsync("""["","time","client#x","y"]"""u8.ToArray());
            await peer.NextAsync();
        }

        await gone.Task.Bounded();
    }

    private async Task<Node> StartAsync(string nodeId, int place)
    {
        Node node = await Node.StartAsync(new NodeOptions
        {
            NodeId = nodeId,
            Binds = [$"127.0.0.1:{place}"],
            Secret = Secret,
            Framings = ["json"],
            AcceptMd6 = true,
            Transport = _network.CreateTransport(),
        });
        node.RegisterSpawn("echo", static _ => new RecordingPort());
        return node;
    }

    private static string Plain(string json) => JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

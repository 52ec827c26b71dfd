using System.Threading.Channels;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>Records marked <c>[Message]</c>, as people write them: which overload is taken, and what arrives.</summary>
public sealed partial class TypedMessageTests
{
    [Theory]
    [EachWay]
    public async Task Snd_OfARecord_ArrivesAsTheRecordAndAsTheList(Way way)
    {
        await using var desk = await Desk.OpenAsync(way);
        PortId me = PortId.Parse("a:1#me");

        desk.Sender.Snd(desk.Port, new Placed("x", -7));
        desk.Sender.Snd(desk.Port.Id, new Placed("y", 8, ["nut", "bolt"]), me);
        desk.Sender.Snd(desk.Port.ToString(), new Moved(1, 2));
        desk.Sender.Snd(desk.Port, new Moved(3, 4), me);
        desk.Sender.Snd(desk.Port, new Stop());

        Assert.Equal("Placed x -7 ", await desk.NextAsync());
        Assert.Equal("Written x -7", await desk.NextAsync());
        Assert.Equal("Placed y 8 nut,bolt", await desk.NextAsync());
        Assert.Equal("Placed y for a:1#me", await desk.NextAsync());
        Assert.Equal("Written y 8", await desk.NextAsync());
        Assert.Equal("Moved 1 2", await desk.NextAsync());
        Assert.Equal("Moved 3 4", await desk.NextAsync());
        Assert.Equal("""Stop ["stop"]""", await desk.NextAsync());
    }

    [Theory]
    [EachWay]
    public async Task Snd_OfTheList_ArrivesAsTheRecord(Way way)
    {
        await using var desk = await Desk.OpenAsync(way);

        desk.Sender.Snd(desk.Port, "moved", (byte)1, 2L, "more");
        desk.Sender.Snd(desk.Port.Id, "moved", "text", 2); // which the compiler would refuse to a PortId<Desk>
        desk.Sender.Snd(desk.Port, "placed", "x", 5U, (string[]?)null);

        Assert.Equal("Moved 1 2", await desk.NextAsync());
        Assert.Equal("Placed x 5 ", await desk.NextAsync());
        Assert.Equal("Written x 5", await desk.NextAsync());
    }

    // What the overloads for records do not want must go where it went before.
    [Fact]
    public async Task Snd_OfAnythingElse_IsTheListAsBefore()
    {
        await using Node node = await Node.StartAsync();
        var port = new RecordingPort();
        PortId<RecordingPort> id = node.CreatePort(port);
        BarePort bare = node.CreatePort();

        node.Snd(id, "tag");
        node.Snd(id, "tag", (PortId)id);
        node.Snd(id, Message.Create("ready", 1));
        node.Snd(id, 5);
        node.Snd(id, 5, bare);
        node.Snd(id.ToString(), "tag");
        node.Snd(id.ToString(), "tag", 5);
        node.Snd(bare, "lost");
        node.Snd(id, new Moved(1, 2), bare);
        node.Snd(id, new Moved(1, 2), id);

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(9);
        Assert.Equal(
            [
                "\"tag\"", $"\"tag\", \"{id}\"", "\"ready\", 1", "5", $"5, \"{bare}\"", "\"tag\"", "\"tag\", 5",
                $"\"moved\", 1, 2, \"{bare}\"", $"\"moved\", 1, 2, \"{id}\"",
            ],
            messages.Select(static elements => Message.Create(elements).ToString()[1..^1]));
    }

    [Fact]
    public async Task Snd_OfNoRecord_Throws()
    {
        await using Node node = await Node.StartAsync();
        PortId id = node.CreatePort(new RecordingPort());

        Assert.Throws<ArgumentNullException>(() => node.Snd(id, (Placed)null!));
        Assert.Throws<ArgumentNullException>(() => node.Snd(id, (Placed)null!, id));
        Assert.Throws<ArgumentNullException>(() => Message.Create((Placed)null!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task HandlersAddedAtRunTime_TakeRecords(bool serializeLocal)
    {
        await using Node node = await Node.StartAsync(new NodeOptions { SerializeLocal = serializeLocal });
        BarePort port = node.CreatePort();
        var notes = Channel.CreateUnbounded<string>();
        port.Rcv((Moved m) => Note($"void {m.X}"));
        port.Rcv((Moved m) => IsNoted($"once {m.X}"));
        port.Rcv(async (Moved m) =>
        {
            await Task.Yield();
            Note($"task {m.X}");
        });
        port.Rcv(async (Moved m, PortId reply) =>
        {
            await Task.Yield();
            return IsNoted($"once for {reply}");
        });
        IDisposable last = port.Rcv((Moved m, Message all) => new ValueTask(notes.Writer.WriteAsync($"all {all.Count}").AsTask()));
        port.Rcv("end", () => notes.Writer.Complete());

        node.Snd(port, new Moved(1, 2), PortId.Parse("a:1#me"));
        node.Snd(port, "moved", 3, 4);
        node.Snd(port, "moved", "other", 4);
        node.Snd(port, "end");

        Assert.Equal(
            ["void 1", "once 1", "task 1", "once for a:1#me", "all 4", "void 3", "task 3", "all 3"],
            await notes.Reader.ReadAllAsync().ToListAsync().AsTask().Bounded());
        last.Dispose();

        void Note(string note) => notes.Writer.TryWrite(note);

        bool IsNoted(string note) => notes.Writer.TryWrite(note);
    }

    [Fact]
    public void TryGet_ReadsARecordFromAMessage()
    {
        Message message = Message.Create(new Placed("x", 7, ["nut"]));

        Assert.True(message.TryGet(out Placed? placed));
        Assert.Equal(("x", 7L, "nut"), (placed.Id, placed.Cents, Assert.Single(placed.Lines!)));
        Assert.False(message.TryGet(out Moved _));
        Assert.True(Message.Create("moved", 1, 2, 3).TryGet(out Moved moved));
        Assert.Equal(new Moved(1, 2), moved);
        Assert.False(Message.Create("moved", 1).TryGet(out Moved _));
        Assert.False(Message.Create().TryGet(out Stop? _));
    }

    [Message("placed")]
    private sealed partial record Placed(string Id, long Cents, string[]? Lines = null);

    [Message("moved")]
    private readonly partial record struct Moved(int X, int Y);

    [Message("stop")]
    private sealed partial record Stop();

    /// <summary>A port that receives records and lists, and says so, and a node that sends to it.</summary>
    private sealed partial class Desk : Port, IAsyncDisposable
    {
        private readonly Channel<string> _notes = Channel.CreateUnbounded<string>();
        private readonly Node _receiver;

        private Desk(Node sender, Node receiver)
        {
            Sender = sender;
            _receiver = receiver;
            Port = receiver.CreatePort(this);
        }

        public Node Sender { get; }

        public PortId<Desk> Port { get; }

        public static async Task<Desk> OpenAsync(Way way)
        {
            Node receiver = await PublicNode.StartAsync(PublicNode.Options with
            {
                SerializeLocal = way == Way.LocalSerialized,
            });
            return new Desk(way == Way.Remote ? await PublicNode.StartAsync() : receiver, receiver);
        }

        public Task<string> NextAsync() => _notes.Reader.ReadAsync().Bounded();

        public async ValueTask DisposeAsync()
        {
            await Sender.DisposeAsync();
            await _receiver.DisposeAsync();
        }

        [Rcv]
        private void OnPlaced(Placed placed) =>
            Note($"Placed {placed.Id} {placed.Cents} {string.Join(',', placed.Lines ?? [])}");

        [Rcv]
        private void OnPlaced(Placed placed, PortId reply) => Note($"Placed {placed.Id} for {reply}");

        [Rcv("placed")]
        private void OnWritten(string id, long cents) => Note($"Written {id} {cents}");

        [Rcv]
        private void OnMoved(Moved moved) => Note($"Moved {moved.X} {moved.Y}");

        [Rcv]
        private void OnStop(Stop stop, Message message) => Note($"{stop.GetType().Name} {message}");

        private void Note(string note) => _notes.Writer.TryWrite(note);
    }
}

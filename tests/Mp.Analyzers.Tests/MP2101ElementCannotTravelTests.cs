namespace Mp.Analyzers.Tests;

public sealed class MP2101ElementCannotTravelTests
{
    [Theory]
    [InlineData("Plain value")]
    [InlineData("Struct? value")]
    [InlineData("Task value")]
    [InlineData("Action value")]
    [InlineData("Exception value")]
    [InlineData("(int, Plain) value")]
    [InlineData("HashSet<Action> value")]
    [InlineData("List<KeyValuePair<int, int>> value")]
    [InlineData("nint value")]
    [InlineData("MessagePack.Broken value")]
    [InlineData("Box<Plain> value")]
    [InlineData("int[,] value")]
    [InlineData("Plain[] value")]
    [InlineData("List<Plain> value")]
    [InlineData("Dictionary<char, int> value")]
    [InlineData("Dictionary<string, Plain> value")]
    public Task ValueThatCannotTravel_IsReported(string value) => VerifyAsync(value, "{|MP2101:value|}");

    [Theory]
    [InlineData("Order value")]
    [InlineData("Order[] value")]
    [InlineData("Box<Order> value")]
    [InlineData("Class value")]
    [InlineData("MessagePack.Sound value")]
    [InlineData("object? value")]
    [InlineData("dynamic value")]
    [InlineData("IEnumerable<int> value")]
    [InlineData("(int, string?) value")]
    [InlineData("Dictionary<int, DateTime> value")]
    [InlineData("HashSet<Guid> value")]
    [InlineData("Message value")]
    [InlineData("Numbers value")]
    [InlineData("Queue<int> value")]
    [InlineData("SortedList<string, int?> value")]
    [InlineData("DayOfWeek value")]
    [InlineData("Port value")]
    [InlineData("PortId<BarePort> value")]
    [InlineData("BarePort value")]
    [InlineData("Enum value")]
    [InlineData("Abstract value")]
    public Task ValueThatTravels_OrMay_IsFine(string value) => VerifyAsync(value, "value");

    [Fact]
    public async Task Message_SaysWhichPartIsTheReason_AndWhatToDo() => Assert.Equal(
        [
            "'Plain' can't travel to another process: it is no payload: mark it with [Payload]",
            "'List<Plain>' can't travel to another process: List<Plain>[]: 'Plain' is no payload: mark it with [Payload]",
            "'Action' can't travel to another process: it is code, which stays where it is",
            "'Dictionary<char, int>' can't travel to another process: Dictionary<char, int>.Keys: 'char' is no key: "
                + "keys are strings, integers, enums or GUIDs",
            "'(int, nint[])' can't travel to another process: (int, nint[]).Item2[]: 'nint' has a size that depends on "
                + "the machine: make it a 'long'",
        ],
        await SendHarness.MessagesOfAsync("""
            sealed partial class Echo : Port
            {
                [Rcv("a")] void OnIt(PortId id, params object?[] rest) => Snd(
                    id, "a", id, new Plain(1), new List<Plain>(), () => { }, new Dictionary<char, int>(),
                    (1, new nint[1]));
            }

            sealed record Plain(int X);
            """));

    [Fact]
    public async Task Message_SaysWhichMemberOfAPayloadIsTheReason() => Assert.Equal(
        ["'Order' can't travel to another process: Order.Lines[].Work: 'Action' is code, which stays where it is"],
        await SendHarness.MessagesOfAsync("""
            sealed partial class Echo : Port
            {
                [Rcv("a")] void OnIt(PortId id, params object?[] rest) => Snd(id, "a", id, new Order([]));
            }

            [Payload] record Order(List<Line> Lines);
            [Payload] record Line(Action Work);
            """));

    private static Task VerifyAsync(string value, string sent) => SendHarness.VerifyAsync($$"""
        sealed partial class Echo : Port
        {
            [Rcv("a")] void OnIt() { }
            static void Run(Node node, PortId id, {{value}}) => node.Snd(id, "a", {{sent}});
        }

        [Payload] record Order(int Id);
        [Payload] record Box<T>(T Content);
        [Payload] class Class { public int Id { get; set; } }

        namespace MessagePack
        {
            class MessagePackObjectAttribute : Attribute;
            class KeyAttribute(int x) : Attribute { public int X => x; }
            [MessagePackObject] class Sound { [Key(0)] public int Id { get; set; } }
            [MessagePackObject] class Broken { [Key(0)] public Action? Id { get; set; } }
        }

        record Plain(int Id);
        struct Struct;
        abstract record Abstract;
        sealed class Numbers : List<int>;
        """);
}

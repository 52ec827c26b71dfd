namespace Mp.Generators.Tests.Behaviour;

/// <summary>Types that stand for several, told apart by numbers.</summary>
public sealed class PayloadUnionTests
{
    private const string Types = """
        [Union(0, typeof(Circle))]
        [Union(7, typeof(Square))]
        [Union(3, typeof(Dot))]
        public interface IShape;

        [Payload] public record Circle(double Radius) : IShape;
        [Payload] public record struct Square([Key(0)] int Side) : IShape;
        [Payload] public record Dot : IShape;
        public record Ring(double Radius) : Circle(Radius);
        [Payload] public record Group(IShape First, IShape? Second, List<IShape> Others) : IAnimal;
        [Union(1, typeof(Group))] public partial interface IAnimal;
        [Union(2, typeof(Bird))] public partial interface IAnimal;
        [Payload] public class Bird : Animal, IAnimal { public int Wings { get; set; } = 2; }
        [Payload, Union(-1, typeof(Bird))] public abstract class Animal { public string Name { get; set; } = ""; }
        """;

    private const string Members = """
        [Rcv("shape")] void On(IShape shape) => Note($"shape {shape}");
        [Rcv("shape")] void On(Circle circle) => Note($"circle {circle}");
        [Rcv("maybe")] void On(IShape? shape, int number) => Note($"{shape} {number}");
        [Rcv("group")] void On(Group g) => Note($"{g.First} {g.Second} {g.Others.Count}");
        [Rcv("animal")] void On(Animal a) => Note($"{a.Name} {((Bird)a).Wings}");
        [Rcv("animal")] void On(IAnimal a) => Note($"{a.GetType().Name}");
        public static Message ShapeOf(object shape) => Message.Create("shape", (IShape)shape);
        public static Message MaybeOf(object? shape) => Message.Create("maybe", (IShape?)shape, 5);
        public static Message AnimalOf() => Message.Create<Animal>("animal", new Bird { Name = "wren", Wings = 1 });
        public static object Grouped() => new Group(new Circle(1), new Square(2), [new Dot(), new Dot()]);
        """;

    [Fact]
    public async Task Case_TravelsBehindItsNumber()
    {
        Subject port = await Subject.CreateAsync(Table.Wire, Members, Types);

        // A map of 3: First, an array of 2: 0 and a map of 1: Radius, 1.0; Second, 7 and an array of 1: 2; Others, two
        // times 3 and an empty map.
        Assert.Equal(
            "83a54669727374920081a6526164697573cb3ff0000000000000a65365636f6e6492079102a64f746865727392920380920380",
            Subject.BytesOf(port.Call("Receiver", "Grouped")));
    }

    [Theory]
    [EachTable]
    public async Task Union_ArrivesAsTheCaseThatItWas(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["shape Circle { Radius = 1 }"], port.ReceiveMessage(ShapeOf(port, port.Make("Circle", 1.0))));
        Assert.Equal(["shape Square { Side = 2 }"], port.ReceiveMessage(ShapeOf(port, port.Make("Square", 2))));
        Assert.Equal(["Square { Side = 2 } 5"], port.ReceiveMessage(MaybeOf(port, port.Make("Square", 2))));
        Assert.Equal([" 5"], port.ReceiveMessage(MaybeOf(port, null)));
        Assert.Equal(
            ["Circle { Radius = 1 } Square { Side = 2 } 2"],
            port.Receive("group", port.Call("Receiver", "Grouped")));
        Assert.Equal(["wren 1"], port.ReceiveMessage((Message)port.Call("Receiver", "AnimalOf")));
    }

    [Theory]
    [EachTable]
    public async Task Case_ThatIsSentAsItself_IsNotOfTheUnion(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["circle Circle { Radius = 1 }"], port.Receive("shape", port.Make("Circle", 1.0)));
    }

    [Theory]
    [EachTable]
    public async Task Array_OfANumberAndTheCase_IsTaken_AndNothingElse(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        object[] side = [2];

        Assert.Equal(["shape Square { Side = 2 }"], port.Receive("shape", new object[] { 7, side }));
        Assert.Empty(port.Receive("shape", new object[] { 8, side }));
        Assert.Empty(port.Receive("shape", new object[] { 0, side }));
        Assert.Empty(port.Receive("shape", new object[] { 7 }));
        Assert.Empty(port.Receive("shape", new object[] { 7, side, 1 }));
        Assert.Empty(port.Receive("shape", new object[] { "7", side }));
        Assert.Empty(port.Receive("shape", new object?[] { null }));
    }

    [Theory]
    [EachTable]
    public async Task Case_WithACodecByHand_TravelsAsWhatThatMakesOfIt(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("sign")] void On(ISign sign) => Note($"{sign}");
            public static Message SignOf(object sign) => Message.Create("sign", (ISign)sign);
            """,
            """
            [Union(4, typeof(Letter))] public interface ISign;
            [PayloadCodec(typeof(LetterCodec))] public record Letter(string Text) : ISign;

            public sealed class LetterCodec : IPayloadCodec<Letter, string>
            {
                public string ToPayload(Letter value) => value.Text;
                public bool TryFromPayload(string payload, out Letter value) => (value = new(payload)) is not null;
            }
            """);

        Assert.Equal(
            ["Letter { Text = a }"],
            port.ReceiveMessage((Message)port.Call("Receiver", "SignOf", port.Make("Letter", "a"))));
        Assert.Equal(["Letter { Text = b }"], port.Receive("sign", new object[] { 4, "b" }));
        Assert.Empty(port.Receive("sign", new object[] { 4, 1 }));
    }

    [Fact]
    public async Task TypeWithoutANumber_IsRefused()
    {
        Subject port = await Subject.CreateAsync(Table.Wire, Members, Types);

        MessageEncodingException exception = Assert.Throws<MessageEncodingException>(() =>
            port.ReceiveMessage(ShapeOf(port, port.Make("Ring", 1.0))));

        Assert.Equal(
            "its type 'Tests.Ring' has no number in the union 'Tests.IShape'; give it one by [Union]",
            exception.Message);
    }

    private static Message ShapeOf(Subject port, object shape) => (Message)port.Call("Receiver", "ShapeOf", shape);

    private static Message MaybeOf(Subject port, object? shape) => (Message)port.Call("Receiver", "MaybeOf", shape);
}

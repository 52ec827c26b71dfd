using System.Globalization;
using Mp.TestKit;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>What the generated factory of a spawned class makes of a message, in memory and as bytes.</summary>
public sealed class SpawnTests
{
    private static int _names;

    [Theory]
    [EachTable]
    public async Task Constructor_TakesTheArgumentsAsAHandlerWould(Table table)
    {
        string parameters = "int number, string? text, PortId owner, List<int> many, object any, int level = 7";

        IReadOnlyList<string> made = await SpawnAsync(
            table,
            parameters,
            "$\"{number} {text} {many.Count} {any} {level}\"",
            owner => [5, null, owner, new[] { 1, 2 }, "x"]);

        Assert.Equal(["made 5  2 x 7"], made);
    }

    [Theory]
    [EachTable]
    public async Task Argument_ThatMayBeMissing_IsTakenIfItIsThere(Table table) => Assert.Equal(
        ["made 9 rest 2"],
        await SpawnAsync(
            table,
            "PortId owner, int level = 7, params object?[] rest",
            "$\"{level} rest {rest.Length}\"",
            static owner => [owner, 9, "a", null]));

    [Theory]
    [EachTable]
    public async Task ParameterlessConstructor_TakesAnything(Table table)
    {
        string name = NewName();
        Type type = GeneratorHarness.Load($$"""[Spawn("{{name}}")] public class Made : Port { }""").GetType("Made")!;
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(type.Module.ModuleHandle);
        await using Node node = await StartAsync(table);
        var dropped = new TaskCompletionSource<UnmatchedMessage>();
        node.Unmatched += message => dropped.TrySetResult(message);

        node.Snd(node.Spawn(node.Port, name, 1, 2), "nobody receives this");

        Assert.Equal("nobody receives this", (await dropped.Task.Bounded()).Tag);
    }

    [Theory]
    [InlineData(Table.Memory, "int a")]
    [InlineData(Table.Wire, "int a")]
    [InlineData(Table.Memory, "string a, string b")]
    [InlineData(Table.Wire, "string a, string b")]
    [InlineData(Table.Memory, "string a, byte b, string c")]
    [InlineData(Table.Wire, "string a, byte b, string c")]
    public async Task Arguments_ThatDoNotFit_MakeNothing(Table table, string parameters)
    {
        string name = NewName();
        Load(name, parameters, "\"\"", "default");
        await using Node node = await StartAsync(table);
        var fired = new TaskCompletionSource<Reason>();

        node.Mon(node.Spawn(node.Port, name, "text", 300), fired.SetResult);

        Assert.Equal("no_such_port", (await fired.Task.Bounded()).Word);
    }

    [Fact]
    public void ClassWithAnOddNameOrPlace_IsMadeAsWell() => Assert.Equal(3, GeneratorHarness.Generate("""
        namespace @namespace
        {
            public class Outer
            {
                [Spawn("say \"hi\"\n\u00fc")]
                internal class @class : Port
                {
                    public @class(in int @int, ref readonly long wide, string? @null = null) { }
                }
            }
        }

        [Obsolete, Spawn("global")] internal sealed class Plain : Port { }
        [Spawn("other")] internal sealed class Outer_class : Port { private Outer_class(int x) { } internal Outer_class() { } }
        """).Count);

    [Fact]
    public async Task TwoClassesOfOneName_MakeNothing()
    {
        string name = NewName();
        Load(name, "PortId owner", "\"\"", "owner");
        Load(name, "PortId owner, int other = 1", "\"\"", "owner");
        await using Node node = await StartAsync(Table.Memory);
        var port = new Testing.RecordingPort();
        PortId me = node.CreatePort(port);
        var fired = new TaskCompletionSource<Reason>();

        node.Mon(node.Spawn(node.Port, name, me), fired.SetResult);

        Assert.Equal("no_such_port", (await fired.Task.Bounded()).Word);
        Assert.Empty(port.Messages);
    }

    private static async Task<IReadOnlyList<string>> SpawnAsync(
        Table table,
        string parameters,
        string text,
        Func<PortId, object?[]> arguments)
    {
        string name = NewName();
        Load(name, parameters, text, "owner");
        await using Node node = await StartAsync(table);
        var port = new Testing.RecordingPort();
        PortId me = node.CreatePort(port);

        node.Spawn(node.Port, name, arguments(me));

        return [.. (await port.WaitForAsync(1)).Select(static message => string.Join(' ', message))];
    }

    private static void Load(string name, string parameters, string text, string owner)
    {
        Type type = GeneratorHarness.Load($$"""
            #pragma warning disable CS9113 // Parameters that are only bound.
            namespace Tests;

            [Spawn("{{name}}")]
            public sealed class Made({{parameters}}) : Port
            {
                protected override void OnSpawned() => Snd({{owner}}, "made", {{text}});
            }
            """).GetType("Tests.Made")!;
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(type.Module.ModuleHandle);
    }

    // Names are the process's, and so are these.
    private static string NewName() =>
        "made" + Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture);

    private static ValueTask<Node> StartAsync(Table table) =>
        Node.StartAsync(new NodeOptions { SerializeLocal = table == Table.Wire });
}

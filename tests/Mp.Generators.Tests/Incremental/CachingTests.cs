using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Generators.Tests.Incremental;

/// <summary>What an edit costs: the generators run on every key press.</summary>
public sealed class CachingTests
{
    private const string Port = "partial class Echo : Port { [Rcv(\"ping\")] void OnPing(long sequence) { } }";
    private const string Contract =
        "interface IEcho { [Rcv(\"a\")] void A(); } partial class Echo : Port, IEcho { void IEcho.A() { } }";

    private const string Unmatched = "partial class Echo : Port { [RcvUnmatched] void Nobody() { } }";
    private const string Bounded = "[Port(Capacity = 5)] partial class Echo : Port { }";
    private const string GenericPayload = "[Payload] record Box<T>(T Content); class Uses { void A(Box<int> a) { } }";
    private const string Spawned = "[Spawn(\"echo\")] class Echo(int level) : Port { }";
    private const string Payload = "[Payload] record Order(int Id);";
    private const string MessageRecord = "[Message(\"placed\")] partial record Placed(int Id);";

    [Theory]
    [InlineData("a comment", "// now with a comment\n" + Port)]
    [InlineData("a body", "partial class Echo : Port { [Rcv(\"ping\")] void OnPing(long sequence) => _ = sequence; }")]
    [InlineData("a member", "partial class Echo : Port { [Rcv(\"ping\")] void OnPing(long sequence) { } int _x; }")]
    [InlineData("a parameter's name", "partial class Echo : Port { [Rcv(\"ping\")] void OnPing(long number) { } }")]
    [InlineData("another class", Port + " class Other { }")]
    public void Edit_ThatKeepsThePort_RegeneratesNothing(string what, string edited) =>
        Assert.All(ReasonsAfterEdit(Port, edited, TrackingNames.Ports), reason => Assert.True(IsCached(reason), what));

    [Fact]
    public void BodyEdit_InAPortOfAThousandHandlers_RegeneratesNothing()
    {
        string handlers = string.Concat(Enumerable.Range(0, 1_000)
            .Select(static number => $"[Rcv(\"tag{number}\")] void On{number}(int n) {{ }}\n"));
        string port = $"partial class Wide : Port {{ {handlers} }}";
        GeneratorDriverRunResult result = RunAfterEdit(
            port,
            port.Replace("On500(int n) { }", "On500(int n) => _ = n;", StringComparison.Ordinal));

        IncrementalStepRunReason[] reasons =
        [
            .. result.Results
                .SelectMany(static one => one.TrackedSteps.Where(static step => IsNamed(step.Key))
                    .Concat(one.TrackedOutputSteps))
                .SelectMany(static step => step.Value)
                .SelectMany(static run => run.Outputs)
                .Select(static output => output.Reason),
        ];
        Assert.NotEmpty(reasons);
        Assert.All(reasons, static reason => Assert.True(IsCached(reason), reason.ToString()));
    }

    [Theory]
    [InlineData("the pattern", "partial class Echo : Port { [Rcv(\"pong\")] void OnPing(long sequence) { } }")]
    [InlineData("a type", "partial class Echo : Port { [Rcv(\"ping\")] void OnPing(int sequence) { } }")]
    [InlineData("a result", "partial class Echo : Port { [Rcv(\"ping\")] bool OnPing(long sequence) => true; }")]
    [InlineData("a name", "partial class Echo : Port { [Rcv(\"ping\")] void OnPong(long sequence) { } }")]
    [InlineData("a default", "partial class Echo : Port { [Rcv(\"ping\")] void OnPing(long sequence = 1) { } }")]
    public void Edit_ThatChangesThePort_Regenerates(string what, string edited) => Assert.Contains(
        ReasonsAfterEdit(Port, edited, TrackingNames.Ports),
        reason => !IsCached(reason) && what.Length > 0);

    [Theory]
    [InlineData("// a comment\n" + Contract, true)]
    [InlineData(Contract + " class Other { }", true)]
    [InlineData("interface IEcho { [Rcv(\"b\")] void A(); } partial class Echo : Port, IEcho { void IEcho.A() { } }", false)]
    public void Edit_OfAContract_RegeneratesOnlyIfWhatIsReceivedChanges(string edited, bool isCached) => Assert.Equal(
        isCached,
        ReasonsAfterEdit(Contract, edited, TrackingNames.PortsByContract).All(IsCached));

    [Theory]
    [InlineData("// a comment\n" + Unmatched, true)]
    [InlineData("partial class Echo : Port { [RcvUnmatched] Task Nobody() => Task.CompletedTask; }", false)]
    public void Edit_OfUnmatched_RegeneratesOnlyIfItsShapeChanges(string edited, bool isCached) => Assert.Equal(
        isCached,
        ReasonsAfterEdit(Unmatched, edited, TrackingNames.PortsByUnmatched).All(IsCached));

    [Theory]
    [InlineData("// a comment\n" + Spawned, true)]
    [InlineData("[Spawn(\"echo\")] class Echo(int number) : Port { int _number = number; }", true)]
    [InlineData("[Spawn(\"echo\")] class Echo(long level) : Port { }", false)]
    [InlineData("[Spawn(\"other\")] class Echo(int level) : Port { }", false)]
    public void Edit_OfASpawnedClass_RegeneratesOnlyIfItIsMadeOtherwise(string edited, bool isCached) => Assert.Equal(
        isCached,
        ReasonsAfterEdit(Spawned, edited, TrackingNames.Spawns).All(IsCached));

    [Theory]
    [InlineData("// a comment\n" + Bounded, true)]
    [InlineData("[Port(Capacity = 5)] partial class Echo : Port { int _x; }", true)]
    [InlineData("[Port(Capacity = 6)] partial class Echo : Port { }", false)]
    public void Edit_OfABound_RegeneratesOnlyIfTheBoundChanges(string edited, bool isCached) => Assert.Equal(
        isCached,
        ReasonsAfterEdit(Bounded, edited, TrackingNames.QueueBounds).All(IsCached));

    [Theory]
    [InlineData("// a comment\n" + MessageRecord, true)]
    [InlineData("[Message(\"placed\")] partial record Placed(int Id) { public int Twice => 2 * Id; }", true)]
    [InlineData("[Message(\"placed\")] sealed partial record Placed(int Id);", true)]
    [InlineData("[Message(\"put\")] partial record Placed(int Id);", false)]
    [InlineData("[Message(\"placed\")] partial record Placed(int Number);", false)]
    [InlineData("[Message(\"placed\")] partial record Placed(int Id = 1);", false)]
    public void Edit_OfAMessageRecord_RegeneratesOnlyIfWhatTravelsChanges(string edited, bool isCached) => Assert.Equal(
        isCached,
        ReasonsAfterEdit(MessageRecord, edited, TrackingNames.Messages).All(IsCached));

    [Theory]
    [InlineData("[Message(\"placed\")] partial record Placed(int Id) { public int Twice => 2 * Id; }", true)]
    [InlineData("[Message(\"placed\")] partial record Placed(int Number);", true)]
    [InlineData("[Message(\"placed\")] partial record Placed(long Id);", false)]
    [InlineData("[Message(\"put\")] partial record Placed(int Id);", false)]
    public void Edit_OfAMessageRecord_RegeneratesItsPortOnlyIfWhatItAsksForChanges(string edited, bool isCached)
    {
        const string Receiver = "partial class Shop : Port { [Rcv] void OnPlaced(Placed placed) { } } ";

        Assert.Equal(
            isCached,
            ReasonsAfterEdit(Receiver + MessageRecord, Receiver + edited, TrackingNames.Ports).All(IsCached));
    }

    [Theory]
    [InlineData("// a comment\n" + Payload, true)]
    [InlineData("[Payload] record Order(int Id) { public int Twice => 2 * Id; }", true)]
    [InlineData("[Payload] record Order(int Number);", false)]
    [InlineData("[Payload] record Order(int Id, int Count);", false)]
    public void Edit_OfAPayload_RegeneratesOnlyIfWhatTravelsChanges(string edited, bool isCached) => Assert.Equal(
        isCached,
        ReasonsAfterEdit(Payload, edited, TrackingNames.Payloads).All(IsCached));

    [Theory]
    [InlineData("class Uses { void A(Box<int> renamed, string more) { } }", true)]
    [InlineData("class Uses { void A(Box<long> a) { } }", false)]
    public void Edit_OfTheUsesOfAGenericPayload_RegeneratesOnlyIfItsFormsChange(string edited, bool isCached)
    {
        const string Box = "[Payload] record Box<T>(T Content); ";

        Assert.Equal(
            isCached,
            ReasonsAfterEdit(
                Box + "class Uses { void A(Box<int> a) { } }",
                Box + edited,
                TrackingNames.ClosedPayloads).All(IsCached));
    }

    [Fact]
    public void Models_HoldNothingOfTheCompilation()
    {
        GeneratorDriverRunResult result = GeneratorHarness.CreateDriver(isTracking: true)
            .RunGenerators(GeneratorHarness.Compile(Port, Bounded, Payload, GenericPayload, MessageRecord))
            .GetRunResult();
        object[] models =
        [
            .. result.Results
                .SelectMany(static one => one.TrackedSteps)
                .Where(static step => step.Key
                    is TrackingNames.Ports or TrackingNames.Payloads or TrackingNames.ClosedPayloads
                        or TrackingNames.Messages or TrackingNames.QueueBounds)
                .SelectMany(static step => step.Value)
                .SelectMany(static step => step.Outputs)
                .Select(static output => output.Value),
        ];

        Assert.Equal(5, models.Length);
        Assert.All(models, static model => AssertNoRoslyn(model, model.GetType().Name));
    }

    private static bool IsCached(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static bool IsNamed(string step) => typeof(TrackingNames).GetFields()
        .Any(name => (string)name.GetRawConstantValue()! == step);

    private static GeneratorDriverRunResult RunAfterEdit(string before, string after)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(before);
        GeneratorDriver driver = GeneratorHarness.CreateDriver(isTracking: true).RunGenerators(compilation);
        SyntaxTree old = compilation.SyntaxTrees[^1];
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(old, GeneratorHarness.Parse(old.FilePath, after));

        return driver.RunGenerators(edited).GetRunResult();
    }

    private static IncrementalStepRunReason[] ReasonsAfterEdit(string before, string after, string step)
    {
        IncrementalStepRunReason[] reasons =
        [
            .. RunAfterEdit(before, after).Results
                .SelectMany(static one => one.TrackedSteps)
                .Where(tracked => tracked.Key == step)
                .SelectMany(static tracked => tracked.Value)
                .SelectMany(static run => run.Outputs)
                .Select(static output => output.Reason),
        ];
        Assert.NotEmpty(reasons);
        return reasons;
    }

    private static void AssertNoRoslyn(object? value, string path)
    {
        if (value is null or string || value.GetType().IsPrimitive || value is Enum)
        {
            return;
        }

        string type = value.GetType().FullName!;
        Assert.False(type.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{path} is a {type}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                AssertNoRoslyn(item, path + "[]");
            }

            return;
        }

        foreach (FieldInfo field in value.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            AssertNoRoslyn(field.GetValue(value), $"{path}.{field.Name}");
        }
    }
}

using System.Reflection;
using Mp.CompilerServices;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>What a class says of the queue of its ports is what they have.</summary>
public sealed class QueueBoundTests
{
    [Theory]
    [InlineData("[Port(Capacity = 7)] public partial class A : Port { }", 7, PortOverflow.Wait)]
    [InlineData(
        "[Port(Capacity = 1, Overflow = PortOverflow.Kill)] public partial class A : Port { [Rcv] void B() { } }",
        1,
        PortOverflow.Kill)]
    [InlineData(
        "[Port(Overflow = PortOverflow.DropNewest, Capacity = int.MaxValue)] public partial class A : Port { }",
        int.MaxValue,
        PortOverflow.DropNewest)]
    [InlineData("public class A : B { } [Port(Capacity = 7)] public partial class B : Port { }", 7, PortOverflow.Wait)]
    [InlineData(
        "[Port(Capacity = 3)] public partial class A : B { } [Port(Capacity = 7)] public partial class B : Port { }",
        3,
        PortOverflow.Wait)]
    [InlineData("public partial class A : Port { }", 0, PortOverflow.Wait)]
    public void Class_HasTheBoundThatItSays(string source, int capacity, PortOverflow overflow)
    {
        Type type = GeneratorHarness.Load($"namespace Tests;\n{source}").GetType("Tests.A")!;
        PropertyInfo bound = typeof(Port).GetProperty(
            nameof(QueueBound),
            BindingFlags.Instance | BindingFlags.NonPublic)!;

        Assert.Equal(new QueueBound(capacity, overflow), bound.GetValue(Activator.CreateInstance(type)));
    }
}

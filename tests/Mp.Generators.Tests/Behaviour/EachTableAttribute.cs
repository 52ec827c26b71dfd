using System.Reflection;
using Xunit.Sdk;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>Runs a theory once for every kind of message: the same rules hold for each.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachTableAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<Table>().Select(static table => new object[] { table });
}

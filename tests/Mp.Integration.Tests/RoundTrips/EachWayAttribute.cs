using System.Reflection;
using Xunit.Sdk;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>Runs a theory once for every way: a handler must not see which it was.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachWayAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<Way>().Select(static way => new object[] { way });
}

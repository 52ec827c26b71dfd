using Mp.TestKit;

namespace Mp.Integration.Tests.Partitions;

/// <summary>A test that needs network namespaces, and is skipped, visibly, where they are not permitted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresNamespacesFactAttribute : FactAttribute
{
    public RequiresNamespacesFactAttribute() => Skip = NamespacedNetwork.Problem;
}

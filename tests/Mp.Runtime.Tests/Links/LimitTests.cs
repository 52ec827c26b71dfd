using Mp.Telemetry;

namespace Mp.Runtime.Tests.Links;

public sealed class LimitTests
{
    [Fact]
    public void EveryLimitThatIsCounted_IsNamedAsAnOption() =>
        Assert.All(
            Enum.GetNames<Limit>().Where(static name => name != nameof(Limit.PortCapacity)),
            static name => Assert.NotNull(typeof(NodeOptions).GetProperty(name)));
}

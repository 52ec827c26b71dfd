using Mp.Telemetry;

namespace Mp.Runtime.Tests.Links;

public sealed class LimitTests
{
    [Fact]
    public void EveryLimitThatIsCounted_IsNamedAsAnOption() =>
        Assert.All(Enum.GetNames<Limit>(), static name => Assert.NotNull(typeof(NodeOptions).GetProperty(name)));
}

using Mp.Torture.Retention;

namespace Mp.Testing.Tests;

/// <summary>Nothing is kept of monitors that were withdrawn, and of connections that were lost.</summary>
[Collection(Alone.Name)]
public sealed class RetentionTests
{
    // 'Mp.Torture retention' has ten thousand reconnects.
    [Theory]
    [InlineData(100_000, 0)]
    [InlineData(0, 1_000)]
    public async Task WhatIsOver_LeavesNothingInMemory(int monitors, int reconnects)
    {
        RetentionResult result = await RetentionScene.PlayAsync(monitors, reconnects);

        Assert.False(result.IsKept, result.ToString());
    }
}

using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

public sealed class FramingsTests
{
    [Fact]
    public void EveryFraming_HasAName_AReaderAndAWriter()
    {
        foreach (Framing framing in Enum.GetValues<Framing>())
        {
            bool isFound = Framings.TryParse(Framings.NameOf(framing), out Framing parsed);

            Assert.True(isFound);
            Assert.Equal(framing, parsed);
            Assert.Contains(Framings.NameOf(framing), Framings.Names);
            Assert.NotNull(Framings.CreateReader(framing, new WireLimits()));
            Assert.NotNull(Framings.WriterOf(framing));
        }
    }

    [Theory]
    [InlineData("storable")]
    [InlineData("JSON")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_OfAnotherName_IsFalse(string? name) => Assert.False(Framings.TryParse(name, out _));
}

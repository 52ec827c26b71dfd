using System.Numerics;
using System.Text;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>The values of .NET that are one element each, as parameters, as members and as defaults.</summary>
public sealed class ScalarTests
{
    private const string Members = """
        [Rcv("half")] void OnHalf(Half value) => Show(value);
        [Rcv("int128")] void OnInt128(Int128 value) => Show(value);
        [Rcv("uint128")] void OnUInt128(UInt128 value) => Show(value);
        [Rcv("big")] void OnBig(System.Numerics.BigInteger value) => Show(value);
        [Rcv("decimal")] void OnDecimal(decimal value) => Show(value);
        [Rcv("rune")] void OnRune(System.Text.Rune value) => Show(value.Value);
        [Rcv("guid")] void OnGuid(Guid value) => Show(value);
        [Rcv("time")] void OnTime(DateTime value) => Show($"{value:O}");
        [Rcv("offset")] void OnOffset(DateTimeOffset value) => Show($"{value:O}");
        [Rcv("date")] void OnDate(DateOnly value) => Show($"{value:O}");
        [Rcv("clock")] void OnClock(TimeOnly value) => Show($"{value:O}");
        [Rcv("span")] void OnSpan(TimeSpan value) => Show(value);
        [Rcv("uri")] void OnUri(Uri value) => Show(value);
        [Rcv("version")] void OnVersion(Version value) => Show(value);
        [Rcv("maybe")] void OnMaybe(Guid? id, Uri? uri, DateTime? time) => Note($"{id}|{uri}|{time:O}");
        [Rcv("default")] void OnDefault(decimal price = 1.50m, Guid id = default, TimeSpan? wait = null) =>
            Note($"{price}|{id}|{wait}");
        [Rcv("payload")] void OnPayload(Offer offer) =>
            Note($"{offer.Id}|{offer.Price}|{offer.Until:O}|{offer.Link}|{offer.Wait}");
        [Rcv] void OnMessage(Booking booking) => Note($"{booking.Id}|{booking.Price}|{booking.Day:O}");

        private void Show(object value) => Note(FormattableString.Invariant($"{value}"));
        """;

    private const string Types = """
        [Payload] public record Offer(Guid Id, decimal Price, DateTimeOffset Until, Uri? Link, TimeSpan Wait = default);
        [Message("booking")] public partial record Booking(Guid Id, decimal? Price, DateOnly Day);
        """;

    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Theory]
    [EachTable]
    public async Task Parameter_TakesWhatIsOfItsType(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["1.5"], port.Receive("half", (Half)1.5));
        Assert.Equal([$"{Int128.MinValue}"], port.Receive("int128", Int128.MinValue));
        Assert.Equal([$"{UInt128.MaxValue}"], port.Receive("uint128", UInt128.MaxValue));
        Assert.Equal(["-300"], port.Receive("big", new BigInteger(-300)));
        Assert.Equal(["1.50"], port.Receive("decimal", 1.50m));
        Assert.Equal(["128512"], port.Receive("rune", new Rune(0x1f600)));
        Assert.Equal([$"{Id}"], port.Receive("guid", Id));
        Assert.Equal(
            ["2026-01-01T00:00:00.0000001Z"],
            port.Receive("time", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(1)));
        Assert.Equal(
            ["2026-01-01T00:00:00.0000000+02:00"],
            port.Receive("offset", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(2))));
        Assert.Equal(["2026-01-01"], port.Receive("date", new DateOnly(2026, 1, 1)));
        Assert.Equal(["01:02:03.0000000"], port.Receive("clock", new TimeOnly(1, 2, 3)));
        Assert.Equal(["-1.00:00:00"], port.Receive("span", TimeSpan.FromDays(-1)));
        Assert.Equal(["http://x/"], port.Receive("uri", new Uri("http://x/")));
        Assert.Equal(["1.2.3"], port.Receive("version", new Version(1, 2, 3)));
    }

    [Theory]
    [EachTable]
    public async Task Parameter_TakesTheElementThatItsTypeIsSentAs(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["7"], port.Receive("half", 7));
        Assert.Equal(["7"], port.Receive("int128", (byte)7));
        Assert.Equal(["1.5"], port.Receive("decimal", "1.5"));
        Assert.Equal(["7"], port.Receive("decimal", 7));
        Assert.Equal([$"{Id}"], port.Receive("guid", Id.ToString()));
        Assert.Equal(["00:00:00.0000007"], port.Receive("span", 7));
        Assert.Equal(["1.2"], port.Receive("version", "1.2"));
        Assert.Equal(["256"], port.Receive("big", new byte[] { 0, 1 }));
    }

    [Theory]
    [EachTable]
    public async Task Parameter_DoesNotTakeWhatIsOutOfItsRange(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Empty(port.Receive("half", "1.5"));
        Assert.Empty(port.Receive("int128", UInt128.MaxValue));
        Assert.Empty(port.Receive("uint128", -1));
        Assert.Empty(port.Receive("decimal", 1.5));
        Assert.Empty(port.Receive("decimal", "x"));
        Assert.Empty(port.Receive("rune", 0xd800));
        Assert.Empty(port.Receive("guid", "x"));
        Assert.Empty(port.Receive("time", 1));
        Assert.Empty(port.Receive("time", "2026-01-01T00:00:00Z"));
        Assert.Empty(port.Receive("offset", "2026-01-01T00:00:00Z"));
        Assert.Empty(port.Receive("date", -1));
        Assert.Empty(port.Receive("clock", TimeSpan.FromDays(1).Ticks));
        Assert.Empty(port.Receive("span", 1.0));
        Assert.Empty(port.Receive("uri", 1));
        Assert.Empty(port.Receive("version", "1"));
        Assert.Empty(port.Receive("big", "1"));
        Assert.Empty(port.Receive("guid", (object?)null));
    }

    [Theory]
    [EachTable]
    public async Task NullableParameter_TakesNull_AndADefaultStandsForWhatIsMissing(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["||"], port.Receive("maybe", null, null, null));
        Assert.Equal([$"{Id}|x|"], port.Receive("maybe", Id, "x", null));
        Assert.Empty(port.Receive("maybe", 1, null, null));
        Assert.Equal([$"1.50|{Guid.Empty}|"], port.Receive("default"));
        Assert.Equal([$"2|{Id}|00:00:01"], port.Receive("default", 2m, Id, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [EachTable]
    public async Task Member_OfAPayloadOrAMessage_Arrives(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        var until = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5));
        object offer = port.Make("Offer", Id, 1.50m, until, null, TimeSpan.FromSeconds(1));
        object booking = port.Make("Booking", Id, 1.50m, new DateOnly(2026, 1, 1));

        Assert.Equal([$"{Id}|1.50|2026-01-01T00:00:00.0000000-05:00||00:00:01"], port.Receive("payload", offer));
        Assert.Equal([$"{Id}|1.50|2026-01-01"], port.ReceiveRecord(booking));
    }
}

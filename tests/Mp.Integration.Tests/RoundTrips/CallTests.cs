using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>Calls as people write them: records that say what they are answered by, and handlers that call.</summary>
public sealed partial class CallTests
{
    [Theory]
    [EachWay]
    public async Task Cal_OfARecord_ResultsInWhatItIsAnsweredBy(Way way)
    {
        await using Bank bank = await Bank.OpenAsync(way);

        Total total = await bank.Caller.Cal(bank.Ledger, new AskTotal("A7")).Bounded();

        Assert.Equal(new Total("A7", 250), total);
    }

    [Theory]
    [EachWay]
    public async Task Cal_OfARecordThatSaysNothing_ResultsInTheMessage(Way way)
    {
        await using Bank bank = await Bank.OpenAsync(way);

        Message answer = await bank.Caller.Cal(bank.Ledger, new Deposit("A7", 50)).Bounded();

        Assert.Equal("""["total", "A7", 300]""", answer.ToString());
    }

    [Theory]
    [EachWay]
    public async Task Cal_OfTheList_IsTheSameCall(Way way)
    {
        await using Bank bank = await Bank.OpenAsync(way);

        Message answer = await bank.Caller.Cal(bank.Ledger, "ask_total", "A7").Bounded();

        Assert.True(answer.TryGet(out Total? total));
        Assert.Equal(new Total("A7", 250), total);
    }

    [Theory]
    [EachWay]
    public async Task Answer_OfAnotherKind_IsToldAsSuch(Way way)
    {
        await using Bank bank = await Bank.OpenAsync(way);

        Task<Total> call = bank.Caller.Cal(bank.Ledger, new AskTotal("closed"));

        var exception = await Assert.ThrowsAsync<UnexpectedAnswerException>(() => call.Bounded());
        Assert.Equal("""["no_total", "closed"]""", exception.Answer.ToString());
        Assert.Contains("'no_total' of 2 elements", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EachWay]
    public async Task Cal_InAHandler_GoesOnInThePort(Way way)
    {
        await using Bank bank = await Bank.OpenAsync(way);
        PortId<Teller> teller = bank.Caller.CreatePort(new Teller(bank.Ledger));

        Message answer = await bank.Caller.Cal(teller, "move", "A7", "B8", 100L).Bounded();

        Assert.Equal("""["moved", 150, 100]""", answer.ToString());
    }

    [Fact]
    public async Task Cal_OfNoRecord_Throws()
    {
        await using Node node = await Node.StartAsync();

        Assert.Throws<ArgumentNullException>("message", () => { _ = node.Cal(node.Port, (AskTotal)null!); });
        Assert.Throws<ArgumentNullException>("message", () => { _ = node.Cal(node.Port, (Placed)null!); });
    }

    [Message("ask_total")]
    private sealed partial record AskTotal(string Account) : IAnsweredBy<Total>;

    [Message("total")]
    private sealed partial record Total(string Account, long Cents);

    [Message("deposit")]
    private readonly partial record struct Deposit(string Account, long Cents);

    [Message("placed")]
    private sealed partial record Placed(string Id);

    private sealed partial class Ledger : Port
    {
        private readonly Dictionary<string, long> _cents = new(StringComparer.Ordinal) { ["A7"] = 250 };

        [Rcv]
        private void OnAskTotal(AskTotal ask, PortId reply)
        {
            if (_cents.TryGetValue(ask.Account, out long cents))
            {
                Snd(reply, new Total(ask.Account, cents));
            }
            else
            {
#pragma warning disable MP1106 // What comes of it is what a test is about.
                Snd(reply, "no_total", ask.Account);
#pragma warning restore MP1106
            }
        }

        [Rcv]
        private void OnDeposit(Deposit deposit, PortId reply)
        {
            _cents[deposit.Account] = _cents.GetValueOrDefault(deposit.Account) + deposit.Cents;
            Snd(reply, new Total(deposit.Account, _cents[deposit.Account]));
        }
    }

    /// <summary>Asks another port while it handles a message.</summary>
    private sealed partial class Teller(PortId<Ledger> ledger) : Port
    {
        [Rcv("move")]
        private async Task OnMove(string from, string to, long cents, PortId reply)
        {
            await Cal(ledger, new Deposit(from, -cents));
            await Cal(ledger, "deposit", to, cents, timeout: TimeSpan.FromSeconds(30));
            Total left = await Cal(ledger, new AskTotal(from));
            Total moved = await Cal(ledger, new AskTotal(to));
            Snd(reply, "moved", left.Cents, moved.Cents);
        }
    }

    /// <summary>A ledger, and a node that calls it.</summary>
    private sealed record Bank(Node Caller, Node Owner, PortId<Ledger> Ledger) : IAsyncDisposable
    {
        public static async Task<Bank> OpenAsync(Way way)
        {
            Node owner = await PublicNode.StartAsync(PublicNode.Options with
            {
                SerializeLocal = way == Way.LocalSerialized,
            });
            Node caller = way == Way.Remote ? await PublicNode.StartAsync() : owner;
            return new Bank(caller, owner, owner.CreatePort(new Ledger()));
        }

        public async ValueTask DisposeAsync()
        {
            await Caller.DisposeAsync();
            await Owner.DisposeAsync();
        }
    }
}

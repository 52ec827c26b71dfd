using Mp.CompilerServices;
using Mp.Runtime.Tests.CompilerServices;

namespace Mp.Runtime.Tests.Matching;

/// <summary>Handlers that are added at run time take what peers that are not Mp say, as generated tables do.</summary>
public sealed class LoosePeerTests
{
    private const ElementDialect Perl = ElementDialect.Loose | ElementDialect.Octets;

    [Fact]
    public void AddedHandlers_OfALoosePeer_TakeEitherForm()
    {
        Assert.Equal(
            ["int 42", "text 42", "forty-two", "type", "expression"],
            Receive(ElementDialect.Loose, "n", "42"));
        Assert.Equal(
            ["int 42", "text 42", "forty-two", "type", "expression"],
            Receive(ElementDialect.Loose, "n", 42));
        Assert.Equal(["text 42", "expression"], Receive(ElementDialect.Exact, "n", "42"));
        Assert.Equal(["int 42", "forty-two", "type"], Receive(ElementDialect.Exact, "n", 42));
    }

    [Fact]
    public void AddedHandlers_OfALoosePeer_TakePerlsTruthValues()
    {
        Assert.Contains("truth True", Receive(Perl, "n", "1"));
        Assert.Contains("truth False", Receive(Perl, "n", ""));
        Assert.DoesNotContain("truth True", Receive(ElementDialect.Exact, "n", "1"));
    }

    [Fact]
    public void Message_OfALoosePeer_IsWhatItIs_AndReadAsWhatIsAskedFor()
    {
        var message = new WireMessage(Encoded.Elements("n", "42"), 2, Perl);

        Assert.Equal("42", message[1]);
        Assert.True(message.TryGet(1, out int number));
        Assert.Equal(42, number);
        Assert.False(new WireMessage(Encoded.Elements("n", "42"), 2).TryGet(1, out number));
    }

    private static List<string> Receive(ElementDialect dialect, params object?[] elements)
    {
        List<string> notes = [];
        var port = new BarePort();
        port.Rcv("n", (int value) => notes.Add($"int {value}"));
        port.Rcv("n", (string value) => notes.Add($"text {value}"));
        port.Rcv("n", (bool value) => notes.Add($"truth {value}"));
        port.Rcv(["n", 42], _ => notes.Add("forty-two"));
        port.Rcv(["n", typeof(long)], _ => notes.Add("type"));
        port.Rcv(["n", new System.Text.RegularExpressions.Regex("^4")], _ => notes.Add("expression"));
        var message = new WireMessage(Encoded.Elements(elements), elements.Length, dialect);
        var dispatch = new Dispatch(port);
        port.Match(message, 0, port.Added, ref dispatch);
        return notes;
    }
}

using System.Text.Json;
using System.Text;
using Mp.Runtime.Tests.CompilerServices;
using Mp.TestKit.Handshakes;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

/// <summary>What nodes of another implementation said to each other once, read as if they had said it to us.</summary>
public sealed class TranscriptTests
{
    private static readonly string[] Session = File.ReadAllLines(
        Path.Combine(AppContext.BaseDirectory, "Wire", "Golden", "cbor-session.txt"));

    /// <summary>Each frame of a recorded session, and what it means.</summary>
    [Fact]
    public void CborFrames_OfARecording_AreWhatTheyMean()
    {
        foreach (string line in Session)
        {
            string[] parts = line.Split(' ', 3);
            ReadFrame frame = Assert.Single(ReadAll(Framing.Cbor, Convert.FromHexString(parts[1])));

            Assert.Equal(Parse(parts[2]), [frame.PortName, .. frame.Values]);
        }

        Assert.Equal(34, Session.Length);
    }

    /// <summary>The octets of each direction as they came, one frame directly after the other.</summary>
    [Theory]
    [InlineData("2.02 cbor both ways")]
    [InlineData("2.02 mixed framing")]
    [InlineData("2.02 json both ways")]
    [InlineData("1.30 json both ways")]
    [InlineData("2.02 cleartext, pipelined")]
    public void Data_OfARecording_WithAnyCut_IsFrames(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        foreach (GoldenEnd end in (GoldenEnd[])[golden.Connector, golden.Acceptor])
        {
            List<ReadFrame> whole = ReadAll(end.DataFraming, end.Data);
            for (int cut = 0; cut <= end.Data.Length; cut++)
            {
                Assert.Equal(Texts(whole), Texts(ReadAll(end.DataFraming, end.Data, cut)));
            }

            Assert.NotEmpty(whole);
        }
    }

    [Fact]
    public void JsonAndCborData_OfTheSameSession_AreTheSameMessages()
    {
        GoldenHandshake golden = GoldenHandshake.Find("2.02 cbor both ways");

        List<ReadFrame> sent = ReadAll(Framing.Cbor, golden.Connector.Data);

        string[] expected = [.. Session.Where(line => line[0] == '>').Select(line => line.Split(' ', 3)[2])];
        Assert.Equal(expected.Select(Parse), sent.Select(frame => (object?[])[frame.PortName, .. frame.Values]));
    }

    /// <summary>What we send of them is what a strict parser of theirs reads.</summary>
    [Fact]
    public void Frames_OfARecording_WrittenAsJson_AreTheSameJson()
    {
        foreach (string line in Session)
        {
            object?[] message = Parse(line.Split(' ', 3)[2]);

            byte[] json = ReadFrame.Write(Framing.Json, Encoded.Body((string)message[0]!, message[1..]));

            Assert.Equal(message, Parse(Encoding.UTF8.GetString(json)));
        }
    }

    private static List<ReadFrame> ReadAll(Framing framing, byte[] stream, params int[] cuts) =>
        ReadFrame.All(Framings.CreateReader(framing, new WireLimits(), isExact: false), stream, cuts);

    private static IEnumerable<string> Texts(List<ReadFrame> frames) =>
        frames.Select(frame => $"{frame.PortName} {frame.Count} {Convert.ToHexString(frame.Elements)}");

    private static object?[] Parse(string json) => (object?[])ValueOf(JsonDocument.Parse(json).RootElement)!;

    private static object? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out long integer) ? (object)integer : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(ValueOf).ToArray(),
        _ => element.EnumerateObject().ToDictionary(member => member.Name, member => ValueOf(member.Value)),
    };
}

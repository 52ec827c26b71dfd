using System.Globalization;
using Mp.Codecs;
using Mp.Wire;

namespace Mp.Runtime.Tests.Codecs.Oracles;

/// <summary>Other implementations agree with ours on what bytes a value is, and what value bytes are.</summary>
public sealed class OracleTests
{
    /// <summary>The names of all oracles, for theories.</summary>
    public static TheoryData<string> Names => [.. Oracle.All.Select(static oracle => oracle.Name)];

    /// <summary>What they once wrote is read as what they meant. Needs none of them.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Bytes_ThatAnOracleWrote_AreReadAsWhatItMeant(string name)
    {
        Oracle oracle = Oracle.Find(name);
        AssertRead(oracle, [.. oracle.Recorded()]);
    }

    /// <summary>Where a format leaves no choice, both write the same bytes.</summary>
    [Theory]
    [InlineData("msgpack-python")]
    [InlineData("json-python")]
    public void Bytes_OfIntegersTextsAndBytes_AreThoseOfTheOracle(string name)
    {
        Oracle oracle = Oracle.Find(name);
        int same = 0;
        foreach ((object? value, byte[]? recorded) in Oracle.Cases.Zip(oracle.Recorded()))
        {
            if (recorded is not null && (value is long or ulong or byte[] || IsPlain(value)))
            {
                Assert.Equal(recorded, oracle.Write(value));
                same++;
            }
        }

        Assert.InRange(same, 50, Oracle.Cases.Count);
    }

    [OracleFact("msgpack-python")]
    public void MessagePackOfPython_Agrees() => AssertAgrees("msgpack-python");

    [OracleFact("msgpack-javascript")]
    public void MessagePackOfJavaScript_Agrees() => AssertAgrees("msgpack-javascript");

    [OracleFact("cbor-perl")]
    public void CborOfPerl_Agrees() => AssertAgrees("cbor-perl");

    [OracleFact("json-python")]
    public void JsonOfPython_Agrees() => AssertAgrees("json-python");

    [OracleFact("json-javascript")]
    public void JsonOfJavaScript_Agrees() => AssertAgrees("json-javascript");

    [OracleFact("json-perl")]
    public void JsonOfPerl_Agrees() => AssertAgrees("json-perl");

    private static bool IsPlain(object? value) =>
        value is string text && !text.Any(static character => character is < ' ' or '\x7f');

    private static void AssertAgrees(string name)
    {
        Oracle oracle = Oracle.Find(name);
        AssertRead(oracle, [.. oracle.Encode(Oracle.Cases)]);

        (object? Value, byte[] Bytes)[] written =
        [
            .. Oracle.Cases.Select(value => (Value: value, Bytes: oracle.Write(value)!))
                .Where(static pair => pair.Bytes is not null),
        ];
        Assert.InRange(written.Length, 170, Oracle.Cases.Count);
        foreach (((object? value, byte[] bytes), object? read) in
            written.Zip(oracle.Decode(written.Select(static pair => pair.Bytes))))
        {
            AssertSame(oracle, value, read, bytes);
        }
    }

    private static void AssertRead(Oracle oracle, byte[]?[] encoded)
    {
        int read = 0;
        foreach ((object? value, byte[]? bytes) in Oracle.Cases.Zip(encoded))
        {
            if (bytes is not null)
            {
                AssertSame(oracle, value, oracle.Read(bytes), bytes);
                read++;
            }
        }

        Assert.Equal(Oracle.Cases.Count, encoded.Length);
        Assert.InRange(read, 170, Oracle.Cases.Count);
    }

    private static void AssertSame(Oracle oracle, object? expected, object? actual, byte[] bytes) => Assert.True(
        IsSame(oracle, expected, actual),
        $"{oracle.Name}: {Convert.ToHexStringLower(bytes)} is\n{ElementNotation.Write(actual)}, not\n"
        + ElementNotation.Write(expected));

    private static bool IsSame(Oracle oracle, object? expected, object? actual) => (expected, actual) switch
    {
        (object?[] some, object?[] others) => some.Length == others.Length
            && some.Zip(others).All(pair => IsSame(oracle, pair.First, pair.Second)),
        (Dictionary<string, object?> some, Dictionary<string, object?> others) => some.Count == others.Count
            && some.All(entry => others.TryGetValue(entry.Key, out object? other)
                && IsSame(oracle, entry.Value, other)),
        (Timestamp moment, string text) when oracle.Format == Framing.Json =>
            Timestamp.TryParse(System.Text.Encoding.ASCII.GetBytes(text), out Timestamp parsed) && parsed == moment,
        (byte[] some, string text) when oracle.Format == Framing.Json => Convert.ToBase64String(some) == text,
        _ => ElementNotation.Write(expected) == ElementNotation.Write(actual)
            || (oracle.Habits.HasFlag(OracleHabits.WholeNumbers) && IsSameNumber(expected, actual, 0))
            || (oracle.Habits.HasFlag(OracleHabits.FifteenDigits) && IsSameNumber(expected, actual, 1e-14))
            || (oracle.Habits.HasFlag(OracleHabits.FifteenDigits) && expected is long.MinValue && actual is string)
            || (oracle.Habits.HasFlag(OracleHabits.Octets) && OctetsOf(expected) is { } octets
                && octets == OctetsOf(actual)),
    };

    private static bool IsSameNumber(object? expected, object? actual, double tolerance)
    {
        if (expected is not (double or long or ulong) || actual is not (double or long or ulong)
            || (expected is not double && actual is not double))
        {
            return false;
        }

        double one = Convert.ToDouble(expected, CultureInfo.InvariantCulture);
        double other = Convert.ToDouble(actual, CultureInfo.InvariantCulture);
        return Math.Abs(one - other) <= tolerance * Math.Abs(one) || (tolerance > 0 && Math.Abs(one) < 1e-300);
    }

    private static string? OctetsOf(object? value) => value switch
    {
        string text => text,
        byte[] bytes => System.Text.Encoding.Latin1.GetString(bytes),
        _ => null,
    };
}

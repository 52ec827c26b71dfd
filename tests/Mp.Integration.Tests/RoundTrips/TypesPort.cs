using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using System.Threading.Channels;
using Mp.TestKit;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>A handler for every type of parameter there is. Each says who it is, and what it got.</summary>
internal sealed partial class TypesPort : Port
{
    private readonly Channel<(string Handler, object? Value)> _received =
        Channel.CreateUnbounded<(string Handler, object? Value)>();

    /// <summary>What came next.</summary>
    public Task<(string Handler, object? Value)> NextAsync() => _received.Reader.ReadAsync().Bounded();

    [Rcv("bool")] private void OnBool(bool value) => Note("bool", value);
    [Rcv("sbyte")] private void OnSByte(sbyte value) => Note("sbyte", value);
    [Rcv("byte")] private void OnByte(byte value) => Note("byte", value);
    [Rcv("short")] private void OnShort(short value) => Note("short", value);
    [Rcv("ushort")] private void OnUShort(ushort value) => Note("ushort", value);
    [Rcv("int")] private void OnInt(int value) => Note("int", value);
    [Rcv("uint")] private void OnUInt(uint value) => Note("uint", value);
    [Rcv("long")] private void OnLong(long value) => Note("long", value);
    [Rcv("ulong")] private void OnULong(ulong value) => Note("ulong", value);
    [Rcv("char")] private void OnChar(char value) => Note("char", value);
    [Rcv("float")] private void OnFloat(float value) => Note("float", value);
    [Rcv("double")] private void OnDouble(double value) => Note("double", value);
    [Rcv("string")] private void OnString(string value) => Note("string", value);
    [Rcv("port")] private void OnPort(PortId value) => Note("port", value);
    [Rcv("typed port")] private void OnTypedPort(PortId<TypesPort> value) => Note("typed port", value);
    [Rcv("bytes")] private void OnBytes(byte[] value) => Note("bytes", value);
    [Rcv("memory")] private void OnMemory(ReadOnlyMemory<byte> value) => Note("memory", value.ToArray());
    [Rcv("color")] private void OnColor(Color value) => Note("color", value);
    [Rcv("wide")] private void OnWide(Wide value) => Note("wide", value);
    [Rcv("half")] private void OnHalf(Half value) => Note("half", value);
    [Rcv("int128")] private void OnInt128(Int128 value) => Note("int128", value);
    [Rcv("uint128")] private void OnUInt128(UInt128 value) => Note("uint128", value);
    [Rcv("big")] private void OnBigInteger(BigInteger value) => Note("big", value);
    [Rcv("decimal")] private void OnDecimal(decimal value) => Note("decimal", value);
    [Rcv("rune")] private void OnRune(Rune value) => Note("rune", value);
    [Rcv("guid")] private void OnGuid(Guid value) => Note("guid", value);
    [Rcv("time")] private void OnDateTime(DateTime value) => Note("time", value);
    [Rcv("offset")] private void OnDateTimeOffset(DateTimeOffset value) => Note("offset", value);
    [Rcv("date")] private void OnDateOnly(DateOnly value) => Note("date", value);
    [Rcv("clock")] private void OnTimeOnly(TimeOnly value) => Note("clock", value);
    [Rcv("span")] private void OnTimeSpan(TimeSpan value) => Note("span", value);
    [Rcv("uri")] private void OnUri(Uri value) => Note("uri", value);
    [Rcv("version")] private void OnVersion(Version value) => Note("version", value);
    [Rcv("guid?")] private void OnNullableGuid(Guid? value) => Note("guid?", value);
    [Rcv("time?")] private void OnNullableDateTime(DateTime? value) => Note("time?", value);
    [Rcv("uri?")] private void OnNullableUri(Uri? value) => Note("uri?", value);
    [Rcv("set")] private void OnSet(HashSet<Guid> value) => Note("set", value);
    [Rcv("readonly")] private void OnReadOnly(IReadOnlyList<DateTime> value) => Note("readonly", value);
    [Rcv("immutable")] private void OnImmutable(ImmutableArray<int> value) => Note("immutable", value);
    [Rcv("numbered")] private void OnNumbered(Dictionary<int, decimal> value) => Note("numbered", value);
    [Rcv("tuple")] private void OnTuple((int Id, string? Name) value) => Note("tuple", value);
    [Rcv("tuples")] private void OnTuples(Queue<(int, Uri?)> value) => Note("tuples", value);
    [Rcv("messages")] private void OnMessages(List<Message> value) => Note("messages", value.ConvertAll(one => $"{one}"));
    [Rcv("int?")] private void OnNullableInt(int? value) => Note("int?", value);
    [Rcv("double?")] private void OnNullableDouble(double? value) => Note("double?", value);
    [Rcv("bool?")] private void OnNullableBool(bool? value) => Note("bool?", value);
    [Rcv("color?")] private void OnNullableColor(Color? value) => Note("color?", value);
    [Rcv("port?")] private void OnNullablePort(PortId? value) => Note("port?", value);
    [Rcv("string?")] private void OnNullableString(string? value) => Note("string?", value);
    [Rcv("bytes?")] private void OnNullableBytes(byte[]? value) => Note("bytes?", value);
    [Rcv("order?")] private void OnNullableOrder(Order? value) => Note("order?", value);
    [Rcv("ints")] private void OnInts(int[] value) => Note("ints", value);
    [Rcv("jagged")] private void OnJagged(string[][] value) => Note("jagged", value);
    [Rcv("ports")] private void OnPorts(PortId[] value) => Note("ports", value);
    [Rcv("list")] private void OnList(List<double> value) => Note("list", value);
    [Rcv("nullable list")] private void OnNullableList(List<int?> value) => Note("nullable list", value);
    [Rcv("lines")] private void OnLines(List<Line> value) => Note("lines", value);
    [Rcv("map")] private void OnMap(Dictionary<string, long> value) => Note("map", value);
    [Rcv("deep map")] private void OnDeepMap(Dictionary<string, List<byte[]>?> value) => Note("deep map", value);
    [Rcv("order")] private void OnOrder(Order value) => Note("order", value);
    [Rcv("tree")] private void OnTree(Tree value) => Note("tree", value);
    [Rcv("message")] private void OnMessage(Message value) => Note("message", value.ToString());
    [Rcv("object?")] private void OnObject(object? value) => Note("object?", value);

    private void Note(string handler, object? value) => _received.Writer.TryWrite((handler, value));
}

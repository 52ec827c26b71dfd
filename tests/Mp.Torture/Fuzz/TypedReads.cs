using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;
using Mp.Payloads;
using Mp.Torture.Searching;

namespace Mp.Torture.Fuzz;

/// <summary>
/// Reads elements as every type that handlers may ask for, whatever they are: each read takes a whole element or says no
/// and takes none, and what was read can be sent on.
/// </summary>
internal static class TypedReads
{
    private static readonly IElementCodec<int> Int32 = BuiltInCodecs.Int32;
    private static readonly IElementCodec<string> Text = BuiltInCodecs.String;
    private static readonly IElementCodec<object?> Any = BuiltInCodecs.Object;
    private static readonly IKeyCodec<string> TextKeys = KeyCodecs.String;

    private static readonly ITypedRead[] All =
    [
        Of(BuiltInCodecs.Boolean), Of(BuiltInCodecs.Byte), Of(BuiltInCodecs.SByte), Of(BuiltInCodecs.Int16),
        Of(BuiltInCodecs.UInt16), Of(Int32), Of(BuiltInCodecs.UInt32), Of(BuiltInCodecs.Int64), Of(BuiltInCodecs.UInt64),
        Of(BuiltInCodecs.Char), Of(BuiltInCodecs.Single), Of(BuiltInCodecs.Double), Of(Text), Of(BuiltInCodecs.PortId),
        Of(BuiltInCodecs.Bytes), Of(BuiltInCodecs.Memory), Of(BuiltInCodecs.Half), Of(BuiltInCodecs.Int128),
        Of(BuiltInCodecs.UInt128), Of(BuiltInCodecs.BigInteger), Of(BuiltInCodecs.Decimal), Of(BuiltInCodecs.Rune),
        Of(BuiltInCodecs.Guid), Of(BuiltInCodecs.DateTime), Of(BuiltInCodecs.DateTimeOffset), Of(BuiltInCodecs.DateOnly),
        Of(BuiltInCodecs.TimeOnly), Of(BuiltInCodecs.TimeSpan), Of(BuiltInCodecs.Uri), Of(BuiltInCodecs.Version),
        Of(BuiltInCodecs.WritableMemory), Of(BuiltInCodecs.Segment), Of(BuiltInCodecs.Message), Of(Any),
        Of(new EnumCodec<DayOfWeek>()), Of(new EnumCodec<Large>()), Of(new NullableCodec<int>(Int32)),
        Of(CollectionCodecs.IReadOnlyList(Int32)), Of(CollectionCodecs.HashSet(Text)),
        Of(CollectionCodecs.SortedSet(Int32)), Of(CollectionCodecs.FrozenSet(Text)), Of(CollectionCodecs.Stack(Any)),
        Of(CollectionCodecs.ImmutableArray(BuiltInCodecs.Double)), Of(CollectionCodecs.ConcurrentBag(Any)),
        Of(MapCodecs.Dictionary(TextKeys, Any)), Of(MapCodecs.SortedList(KeyCodecs.Integer<long>(), Any)),
        Of(MapCodecs.FrozenDictionary(KeyCodecs.Guid, Any)), Of(MapCodecs.ImmutableDictionary(TextKeys, Int32)),
        Of(MapCodecs.SortedDictionary(KeyCodecs.Enum<DayOfWeek>(), Any)), Of(TupleCodecs.KeyValuePair(Text, Any)),
        Of(MapCodecs.SortedDictionary(KeyCodecs.Enum<Large>(), Any)), Of(MapCodecs.SortedList(KeyCodecs.Integer<ulong>(), Any)),
        Of(TupleCodecs.ValueTuple(Any)), Of(TupleCodecs.ValueTuple(Text, Any)), Of(TupleCodecs.ValueTuple(Int32, Text, Any)),
        Of(TupleCodecs.ValueTuple(Any, Any, Any, Any)), Of(TupleCodecs.ValueTuple(Any, Any, Any, Any, Any)),
        Of(TupleCodecs.ValueTuple(Any, Any, Any, Any, Any, Any)),
        Of(TupleCodecs.ValueTuple(Any, Any, Any, Any, Any, Any, Any)),
        Of(TupleCodecs.ValueTuple(Any, Any, Any, Any, Any, Any, Any, TupleCodecs.ValueTuple(Any))),
        Of(new AnyEnumCodec<DayOfWeek>()), Of(new AnyEnumCodec<Large>()), Of(new ArrayCodec<int>(Int32)),
        Of(new ListCodec<string>(Text)), Of(new DictionaryCodec<object?>(Any)), Of(new NullableReferenceCodec<string>(Text)),
        Of(new ConvertedCodec<Uri, string>(new Conversion(), Text)), new ConstantRead(), new RestRead(),
    ];

    private enum Large : ulong
    {
        None,
        Most = ulong.MaxValue,
    }

    private interface ITypedRead
    {
        string Name { get; }

        bool TryRead(ref ElementReader reader);
    }

    /// <summary>Checks elements that were accepted.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="count">How many.</param>
    /// <param name="dialect">What the peer says otherwise.</param>
    /// <exception cref="FindingException">Something does not hold.</exception>
    public static void Check(ReadOnlySpan<byte> elements, int count, ElementDialect dialect)
    {
        // As a message keeps them: what is most of it is handed out, and not copied.
        byte[] kept = elements.ToArray();
        var reader = new ElementReader(kept, dialect, kept);
        for (int index = 0; index < count; index++)
        {
            ElementReader after = reader;
            _ = after.TrySkip();
            foreach (ITypedRead read in All)
            {
                ElementReader attempt = reader;
                int expected = read.TryRead(ref attempt) ? after.Position : reader.Position;
                if (attempt.Position != expected)
                {
                    throw new FindingException(
                        $"element {index}, read as {read.Name}, is left at {attempt.Position}, not at {expected}");
                }
            }

            reader = after;
        }

        // At the end nothing is read, and nothing goes wrong.
        if (reader.TrySkip() || reader.TryReadNull() || reader.ReadRest(0).Length > 0)
        {
            throw new FindingException("beyond the end there is something");
        }

        foreach (ITypedRead read in All)
        {
            ElementReader attempt = reader;
            if (read.TryRead(ref attempt))
            {
                throw new FindingException($"beyond the end there is a {read.Name}");
            }
        }
    }

    private static CodecRead<T> Of<T>(IElementCodec<T> codec) => new(codec);

    private sealed class CodecRead<T>(IElementCodec<T> codec) : ITypedRead
    {
        private readonly ArrayBufferWriter<byte> _written = new();

        public string Name => typeof(T).Name;

        public bool TryRead(ref ElementReader reader)
        {
            if (!reader.TryReadCoded(codec, out T? value))
            {
                return false;
            }

            _written.ResetWrittenCount();
            var writer = new ElementWriter(_written);
            codec.Write(ref writer, value);
            writer.Flush();
            var again = new ElementReader(_written.WrittenSpan);
            return again.TryReadCoded(codec, out _) && again.IsAtEnd
                ? true
                : throw new FindingException($"what was read as {Name} is written so that it is none");
        }
    }

    // What a rest parameter takes.
    private sealed class RestRead : ITypedRead
    {
        public string Name => "rest";

        public bool TryRead(ref ElementReader reader) => !reader.IsAtEnd && reader.ReadRest(1).Length == 1;
    }

    private sealed class Conversion : IPayloadCodec<Uri, string>
    {
        public string ToPayload(Uri value) => value.OriginalString;

        public bool TryFromPayload(string payload, [NotNullWhen(true)] out Uri? value) =>
            Uri.TryCreate(payload, UriKind.Absolute, out value);
    }

    // As match tables compare elements with constants.
    private sealed class ConstantRead : ITypedRead
    {
        public string Name => "constant";

        public bool TryRead(ref ElementReader reader) =>
            reader.TryReadConstant("1"u8) || reader.TryReadConstant(1) || reader.TryReadConstant(ulong.MaxValue)
            || reader.TryReadConstant(true) || reader.TryReadConstant(1.5);
    }
}

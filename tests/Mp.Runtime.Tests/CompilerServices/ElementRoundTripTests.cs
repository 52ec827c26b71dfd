using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Mp.Codecs;
using Mp.Codecs.MessagePack;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.CompilerServices;

public sealed class ElementRoundTripTests
{
    /// <summary>What is written is read as the same, and is what the validator accepts.</summary>
    [Fact]
    public void AnyMessage_WrittenAndRead_IsTheSame() =>
        Check.One(ElementTree.Config, Prop.ForAll(ElementTree.Messages, static message =>
        {
            byte[] bytes = Encoded.Elements(message);

            Verdict verdict = MessagePackValidator.Check(bytes, message.Length, new WireLimits(), out int length);
            Assert.Equal(Verdict.Accepted, verdict);
            Assert.Equal(bytes.Length, length);
            Assert.Equal(message, Encoded.Read(bytes, message.Length));
        }));

    [Fact]
    public void AnyMessage_Skipped_EndsWhereReadingEnds() =>
        Check.One(ElementTree.Config, Prop.ForAll(ElementTree.Messages, static message =>
        {
            byte[] bytes = Encoded.Elements(message);
            var skipping = new ElementReader(bytes);
            var reading = new ElementReader(bytes);
            foreach (object? _ in message)
            {
                Assert.True(skipping.TrySkip());
                Assert.True(DynamicCodecs.TryRead(ref reading, out object? _));
                Assert.Equal(reading.Position, skipping.Position);
            }

            Assert.True(skipping.IsAtEnd);
        }));

    /// <summary>A read of another type stays where it was, and no read runs past the end.</summary>
    [Fact]
    public void AnyElement_ReadAsAnotherType_StaysInPlace() =>
        Check.One(ElementTree.Config, Prop.ForAll(ElementTree.Messages, static message =>
        {
            byte[] bytes = Encoded.Elements(message);
            var reader = new ElementReader(bytes);
            do
            {
                int start = reader.Position;
                ElementReader attempt = reader;
                Assert.True(attempt.TryReadInt64(out _) || attempt.Position == start);
                attempt = reader;
                Assert.True(attempt.TryReadUInt64(out _) || attempt.Position == start);
                attempt = reader;
                Assert.True(attempt.TryReadInteger(out byte _) || attempt.Position == start);
                attempt = reader;
                Assert.True(attempt.TryReadDouble(out _) || attempt.Position == start);
                attempt = reader;
                Assert.True(attempt.TryReadString(out _) || attempt.Position == start);
                attempt = reader;
                Assert.True(attempt.TryReadPortId(out _) || attempt.Position == start);
                attempt = reader;
                Assert.True(attempt.TryReadBytes(out _) || attempt.Position == start);
                attempt = reader;
                Assert.True(attempt.TryReadConstant(7.5) || attempt.Position == start);
                attempt = reader;
                Assert.True(attempt.TryReadCoded(new ListCodec<string>(BuiltInCodecs.String), out _)
                    || attempt.Position == start);
            }
            while (reader.TrySkip());
        }));

    /// <summary>However small the pieces are that the output hands out, the same bytes come out.</summary>
    [Fact]
    public void AnyMessage_WrittenInPieces_IsTheSame() =>
        Check.One(ElementTree.Config, Prop.ForAll(ElementTree.Messages, static message =>
        {
            var output = new StrictBufferWriter();
            var writer = new ElementWriter(output);
            foreach (object? element in message)
            {
                writer.WriteElement(element);
                writer.Flush();
            }

            Assert.Equal(Encoded.Elements(message), output.Written);
        }));

    /// <summary>Hands out exactly what is asked for, and takes it back: a buffer used after Advance is lost.</summary>
    private sealed class StrictBufferWriter : IBufferWriter<byte>
    {
        private readonly List<byte> _written = [];
        private byte[] _lent = [];

        public byte[] Written => [.. _written];

        public void Advance(int count)
        {
            _written.AddRange(_lent[..count]);
            _lent = [];
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _lent = new byte[Math.Max(1, sizeHint)];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}

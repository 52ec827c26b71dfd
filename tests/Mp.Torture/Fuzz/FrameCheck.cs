using System.Buffers;
using Mp.Codecs;
using Mp.Codecs.MessagePack;
using Mp.CompilerServices;
using Mp.Torture.Searching;
using Mp.Wire;

namespace Mp.Torture.Fuzz;

/// <summary>What must hold of a frame that was accepted, wherever it came from.</summary>
/// <remarks>One for each thread.</remarks>
internal sealed class FrameCheck
{
    // What an object may take for each byte that came, and what a dictionary takes though it holds nothing.
    private const int MostBytesForOne = 32;
    private const int BytesOfADictionary = 224;
    private const int SlackBytes = 1024;

    private static readonly Framing[] Formats = Enum.GetValues<Framing>();

    private readonly IFrameReader[] _readers =
        [.. Formats.Select(static format => Framings.CreateReader(format, Delivery.UsualLimits))];
    private readonly ElementBuffer _canonical = new();
    private readonly ElementBuffer _again = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly ArrayBufferWriter<byte> _frame = new();

    /// <summary>How many frames were said in each format, and read back.</summary>
    public long[] SaidAgain { get; } = new long[Formats.Length];

    /// <summary>Forgets what was counted.</summary>
    public void Reset() => Array.Clear(SaidAgain);

    /// <summary>Checks a frame that was accepted.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="dialect">What the peer says otherwise.</param>
    /// <param name="limits">The limits that it was accepted by.</param>
    /// <param name="isWeighed">Whether it matters how much is allocated.</param>
    /// <exception cref="FindingException">Something does not hold.</exception>
    public void Check(Frame frame, ElementDialect dialect, WireLimits limits, bool isWeighed)
    {
        Verdict verdict = MessagePackValidator.Check(frame.Elements, frame.Count, limits, out int length);
        if (verdict != Verdict.Accepted || length != frame.Elements.Length)
        {
            throw new FindingException($"what was accepted is not valid: {verdict}, {length} bytes");
        }

        CheckReads(frame, dialect, isWeighed);
        if (limits.MaxDepth > Delivery.UsualLimits.MaxDepth)
        {
            // The writers have the usual limits.
            return;
        }

        _body.ResetWrittenCount();
        WriteBody(frame, _body);
        if (!TryWriteCanonical(_body.WrittenSpan, _canonical, isTextual: false))
        {
            // An extension that has a meaning to its sender only: MessagePack is all that can say it.
            return;
        }

        foreach (Framing format in Formats)
        {
            CheckAgain(format);
        }
    }

    private static void WriteBody(Frame frame, IBufferWriter<byte> output)
    {
        var writer = new ElementWriter(output);
        writer.WriteArrayHeader(1 + frame.Count);
        writer.WriteUtf8(frame.PortName);
        writer.WriteRaw(frame.Elements);
        writer.Flush();
    }

    // Reading and passing over end at the same place, and make no more than what came allows.
    private static void CheckReads(Frame frame, ElementDialect dialect, bool isWeighed)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var skipping = new ElementReader(frame.Elements, dialect);
        for (int index = 0; index < frame.Count; index++)
        {
            ElementReader reading = skipping;
            bool isRead = DynamicCodecs.TryRead(ref reading, out _);
            if (!skipping.TrySkip() || (isRead && reading.Position != skipping.Position))
            {
                throw new FindingException(
                    $"element {index} is read to {reading.Position}, and passed to {skipping.Position}");
            }
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (!skipping.IsAtEnd)
        {
            throw new FindingException("something is left after the last element");
        }

        // Cheaper to ask afterwards, when it is seldom needed.
        long most = SlackBytes + ((long)MostBytesForOne * frame.Elements.Length);
        if (isWeighed && allocated > most && allocated > most + ((long)BytesOfADictionary * MapsIn(frame)))
        {
            throw new FindingException($"{allocated} bytes were allocated for {frame.Elements.Length}");
        }
    }

    private static int MapsIn(Frame frame)
    {
        int maps = 0;
        ReadOnlySpan<byte> rest = frame.Elements;
        while (!rest.IsEmpty)
        {
            MessagePackHead head = MessagePackHead.Of(rest[0]);
            maps += head.Kind == ElementKind.Map ? 1 : 0;
            int content = head.IsContainer ? 0 : (int)head.LengthOf(rest);
            rest = rest[(head.Bytes + content)..];
        }

        return maps;
    }

    private static bool TryWriteCanonical(ReadOnlySpan<byte> body, ElementBuffer output, bool isTextual)
    {
        output.Clear();
        try
        {
            var reader = new ElementReader(body);
            var target = new CanonicalTarget(output, isTextual);
            ElementCopy.Copy(ref reader, ref target);
            target.Flush();
            return true;
        }
        catch (MessageEncodingException)
        {
            return false;
        }
    }

    // decode(encode(x)) = x, in this format.
    private void CheckAgain(Framing format)
    {
        _frame.ResetWrittenCount();
        try
        {
            Framings.WriterOf(format).Write(_body.WrittenSpan, _frame);
        }
        catch (MessageEncodingException)
        {
            return;
        }

        Verdict verdict = _readers[(int)format].Read(_frame.WrittenSpan, out int consumed, out Frame read);
        if (verdict != Verdict.Accepted || consumed != _frame.WrittenCount)
        {
            throw new FindingException(
                $"what we say in {format} is {verdict} at {consumed} of {_frame.WrittenCount} bytes");
        }

        var body = new ArrayBufferWriter<byte>();
        WriteBody(read, body);
        bool isTextual = format == Framing.Json;
        if (isTextual)
        {
            _ = TryWriteCanonical(_body.WrittenSpan, _canonical, isTextual);
        }

        if (!TryWriteCanonical(body.WrittenSpan, _again, isTextual)
            || !_again.Written.SequenceEqual(_canonical.Written))
        {
            throw new FindingException(
                $"said in {format} and read back it is {Convert.ToHexString(_again.Written)}, not "
                + Convert.ToHexString(_canonical.Written));
        }

        SaidAgain[(int)format]++;
    }
}

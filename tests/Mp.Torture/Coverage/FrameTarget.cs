using System.Text;
using Mp.Codecs.MessagePack;
using Mp.Torture.Fuzz;
using Mp.Wire;

namespace Mp.Torture.Coverage;

/// <summary>
/// A reader of frames. The first byte of an input says how the frames after it arrive; for MessagePack, in which form all elements
/// are read in the end, a second one says whether they are read as all types.
/// </summary>
internal sealed class FrameTarget : ICoverageTarget
{
    private static readonly string[] MeaningfulTexts =
    [
        "", "0", "1", "-1", "9", "-9223372036854775808", "18446744073709551615", "18446744073709551616", "1.5", "1e9",
        "-0", "01", "170141183460469231731687303715884105727", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59.123456789+01:00",
        "0001-01-01T00:00:00-23:59", "9999-12-31T23:59:59.9999999Z", "node#port", "node#", "#port", "AQID", "AQ==",
        "1.2.3.4", "http://example.com/a?b", "0f8fad5b-d9cd-469f-a165-70867728950e", "\u00e9", "\u0100", "a",
        "79228162514264337593543950335", "Monday", "2026-01-01T00:00:00.1234567891Z", "6", "7", "2147483648",
    ];

    // Moments with an offset: one that is none, the first moment and the last in places where they are earlier and later. An
    // extension that nothing takes. Bytes that are most of a message. Tuples.
    private static readonly byte[][] MeaningfulElements =
    [
        [0x92, 0xd6, 0xff, 0, 0, 0, 0, 0xcd, 0x03, 0x49],
        [0x92, 0xc7, 12, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xf1, 0x88, 0x6e, 0x09, 0x00, 0x01],
        [0x92, 0xc7, 12, 0xff, 0, 0, 0, 0, 0, 0, 0, 0x3a, 0xff, 0xf4, 0x41, 0x7f, 0xff],
        [0xd4, 0x05, 0x00], [0xc4, 8, 1, 2, 3, 4, 5, 6, 7, 8],
        [0x98, 1, 1, 1, 1, 1, 1, 1, 1], [0x98, 1, 1, 1, 1, 1, 1, 1, 0x91, 1], [0x98, 1, 1, 1, 1, 1, 1, 0xd4, 0x05, 0x00, 1], [0x95, 1, 1, 1, 1, 1],
    ];

    private readonly Framing _format;
    private readonly InputCheck _check;
    private readonly bool _isTyped;

    public FrameTarget(Framing format)
    {
        _format = format;
        IReadOnlyList<byte[]> frames = Corpus.Of(format);

        _isTyped = format == Framing.MessagePack;
        HeaderBytes = _isTyped ? 2 : 1;

        Tokens = _isTyped ? [.. FormatTokens.Of(format), .. Texts(), .. MeaningfulElements] : FormatTokens.Of(format);

        // Each in another way.
        Seeds =
        [
            .. frames.Select((frame, index) => (byte[])[.. new byte[] { (byte)(37 * index), (byte)index }[..HeaderBytes], .. frame]),
            .. _isTyped ? Typed() : [],
        ];
        _check = new InputCheck(format);
    }

    // Texts that are read as something else.
    private static IEnumerable<byte[]> Texts() => MeaningfulTexts
        .Select(Encoding.UTF8.GetBytes)
        .Select(static text => (byte[])[MessagePackCode.String8, (byte)text.Length, .. text]);

    // The same alone in a frame; more items than room is made for at first; a text that is too long for the ID of a port.
    private static IEnumerable<byte[]> Typed() =>
        from element in (IEnumerable<byte[]>)
        [
            .. Texts(), .. MeaningfulElements,
            [0xdc, 0x01, 0x10, .. new byte[0x110]],
            [0xda, 0x02, 0x10, .. Enumerable.Repeat((byte)'#', 0x210)],
        ]
        select (byte[])[0, 5, .. Corpus.WithLength([0x92, 0xa1, (byte)'p', .. element])];

    public IReadOnlyList<byte[]> Seeds { get; }

    public IReadOnlyList<byte[]> Tokens { get; }

    public int HeaderBytes { get; }

    public void Repair(InputBuffer input)
    {
        if (_format == Framing.MessagePack && input.Length >= HeaderBytes + sizeof(int))
        {
            Corpus.WriteLength(input.Bytes[HeaderBytes..]);
        }
    }

    public void Warm(Action reads) => _check.Warm(reads);

    public void Run(byte[] input)
    {
        if (input.Length >= HeaderBytes)
        {
            Delivery delivery = Delivery.Of(input[0]) with { Typed = _isTyped ? Delivery.TypedOf(input[1]) : null };
            _check.Check(input.AsSpan(HeaderBytes), delivery);
        }
    }
}

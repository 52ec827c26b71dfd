using Mp.CompilerServices;
using Mp.Payloads;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>What travels as its text, by a codec written by hand that throws at some of them.</summary>
internal class Fragile(string text)
{
    public string Text => text;

    /// <summary>The codec, registered as generated code would.</summary>
    public static IElementCodec<Fragile> Register()
    {
        var codec = new ConvertedCodec<Fragile, string>(new FragileCodec(), BuiltInCodecs.String);
        ElementCodec<Fragile>.Register(codec);
        return codec;
    }
}

/// <summary>It has no codec of its own: it travels only as what it derives from.</summary>
internal sealed class DerivedFragile(string text) : Fragile(text);

internal sealed class FragileCodec : IPayloadCodec<Fragile, string>
{
    public string ToPayload(Fragile value) =>
        value.Text == "broken" ? throw new InvalidOperationException("it broke") : value.Text;

    public bool TryFromPayload(string payload, out Fragile value)
    {
        value = payload == "hostile" ? throw new FormatException("it is hostile") : new Fragile(payload);
        return true;
    }
}

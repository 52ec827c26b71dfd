using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>Prints what makes a codec known that is written by hand.</summary>
internal static class CustomCodecEmitter
{
    /// <summary>The whole file.</summary>
    public static string Emit(CustomPayloadModel payload)
    {
        var code = new CodeWriter();
        code.Write($"""
            {GeneratedText.Header}
            namespace Mp.Generated;

            {GeneratedText.Attribute}
            """);
        string name = Identifier.Mangle(payload.MetadataName) + "Codec";
        string type = payload.Element.Type;
        using (code.Block($"internal sealed class {name} : {GeneratedText.Services}IElementCodec<{type}>"))
        {
            PayloadText.WriteRegistration(code, name);
            code.Write($"""
                /// <inheritdoc/>
                public void Write(ref {GeneratedText.Services}ElementWriter writer, {type} value) =>
                    Codecs.Of0.Write(ref writer, value);

                """);
            PayloadText.WriteReadHeader(code);
            code.Write($"""
                    {PayloadText.NotNull} out {type} value) =>
                    Codecs.Of0.TryRead(ref reader, out value);
                """);
            PayloadText.WriteCodecs(code, [payload.Element]);
        }

        return code.ToString();
    }
}

using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>Prints the codec of a payload type.</summary>
internal static class PayloadCodecEmitter
{
    /// <summary>The whole file.</summary>
    public static string Emit(PayloadModel payload)
    {
        var code = new CodeWriter();
        code.Write(GeneratedText.Header);
        if (payload.Declarations.Count == 0)
        {
            code.Write("namespace Mp.Generated;\n");
        }
        else if (payload.Namespace.Length > 0)
        {
            code.Write($"namespace {payload.Namespace};\n");
        }

        WriteTypes(code, payload, depth: 0);
        return code.ToString();
    }

    // A codec that has to see what is private is inside its type, in another part of it.
    private static void WriteTypes(CodeWriter code, PayloadModel payload, int depth)
    {
        if (depth == payload.Declarations.Count)
        {
            WriteCodec(code, payload);
            return;
        }

        using (code.Block(payload.Declarations[depth]))
        {
            WriteTypes(code, payload, depth + 1);
        }
    }

    private static void WriteCodec(CodeWriter code, PayloadModel payload)
    {
        var codecs = new CodecFields("Codecs.Of", payload.Members.Select(static member => member.Element));
        string name = NameOf(payload);
        code.Write(GeneratedText.Attribute);
        using (code.Block($"internal sealed class {name} : {GeneratedText.Services}IElementCodec<{payload.Type}>"))
        {
            PayloadText.WriteRegistration(code, name);
            PayloadWriteEmitter.Write(code, payload, codecs);
            code.WriteLine();
            PayloadReadEmitter.Write(code, payload, codecs);
            PayloadText.WriteCodecs(code, payload.Members.Select(static member => member.Element));
        }
    }

    // Type arguments can be of any length.
    private static string NameOf(PayloadModel payload)
    {
        int arguments = payload.MetadataName.IndexOf('[');
        string name = Identifier.Mangle(
            arguments < 0 ? payload.MetadataName : payload.MetadataName.Substring(0, arguments));
        return arguments < 0 ? name + "Codec" : $"{name}_{HintName.HashOf(payload.MetadataName)}Codec";
    }
}

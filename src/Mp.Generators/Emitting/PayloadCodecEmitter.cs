using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>Prints the codec of a payload type.</summary>
internal static class PayloadCodecEmitter
{
    private const string Codecs = "Codecs";

    /// <summary>The whole file.</summary>
    public static string Emit(PayloadModel payload)
    {
        var code = new CodeWriter();
        var codecs = new CodecFields(Codecs + ".Of", payload.Members.Select(static member => member.Element));
        string name = Identifier.Mangle(payload.MetadataName) + "Codec";
        code.Write($"""
            {GeneratedText.Header}
            namespace Mp.Generated;

            {GeneratedText.Attribute}
            """);
        using (code.Block($"internal sealed class {name} : {GeneratedText.Services}IElementCodec<{payload.Type}>"))
        {
            WriteRegistration(code, name);
            WriteWrite(code, payload, codecs);
            WriteRead(code, payload, codecs);
            WriteCodecs(code, payload);
        }

        return code.ToString();
    }

    private static void WriteRegistration(CodeWriter code, string name) => code.Write($"""
        [global::System.Runtime.CompilerServices.ModuleInitializer]
        internal static void Register() => {GeneratedText.Services}PayloadCodecs.Register(new {name}());

        """);

    private static void WriteWrite(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        code.Write("/// <inheritdoc/>");
        using (code.Block($"public void Write(ref {GeneratedText.Services}ElementWriter writer, {payload.Type} value)"))
        {
            code.Write($"writer.Enter();\nwriter.WriteMapHeader({payload.Members.Count});");
            foreach (PayloadMemberModel member in payload.Members)
            {
                string value = "value." + Identifier.Escape(member.Name);
                code.Write($"writer.WriteUtf8({Key(member)});\n{WriteCall(member.Element, value, codecs)};");
            }

            code.Write("writer.Leave();");
        }

        code.WriteLine();
    }

    private static string WriteCall(ElementModel element, string value, CodecFields codecs) => element.Kind switch
    {
        ElementKind.Integer => $"writer.WriteInt64({value})",
        ElementKind.UnsignedInteger => $"writer.WriteUInt64({value})",
        ElementKind.TypedPortId => $"writer.WritePortId({value})",
        ElementKind.Object => $"{GeneratedText.Services}BuiltInCodecs.Object.Write(ref writer, {value})",
        ElementKind.Coded => $"{codecs.Of(element)}.Write(ref writer, {value})",
        _ => $"writer.Write{element.Kind}({value})",
    };

    private static void WriteRead(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        code.Write($"""
            /// <inheritdoc/>
            public bool TryRead(
                ref {GeneratedText.Services}ElementReader reader,
            """);
        string notNull = "[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)]";
        using (code.Block($"    {notNull} out {payload.Type} value)"))
        {
            code.Write("value = default;");
            for (int index = 0; index < payload.Members.Count; index++)
            {
                WriteVariables(code, payload.Members[index], index);
            }

            WriteIf(code, "!reader.TryReadMapHeader(out int count)", "return false;");
            using (code.Block("for (int index = 0; index < count; index++)"))
            {
                WriteEntry(code, payload, codecs);
            }

            code.WriteLine();
            WriteResult(code, payload);
        }
    }

    private static void WriteVariables(CodeWriter code, PayloadMemberModel member, int index)
    {
        code.Write($"{member.Element.Variable} member{index} = {member.Default ?? "default"};");
        if (member.Default is null)
        {
            code.Write($"bool hasMember{index} = false;");
        }
    }

    private static void WriteEntry(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        WriteIf(code, "!reader.TryReadUtf8(out global::System.ReadOnlySpan<byte> key)", "return false;");
        for (int index = 0; index < payload.Members.Count; index++)
        {
            PayloadMemberModel member = payload.Members[index];
            string variable = $"member{index}";
            string read = ElementText.Read(member.Element, "reader.TryRead", "", "", variable, codecs);
            using (code.Block($"if (global::System.MemoryExtensions.SequenceEqual(key, {Key(member)}))"))
            {
                WriteIf(code, member.Element.Kind == ElementKind.Object ? $"!({read})" : "!" + read, "return false;");
                code.Write(member.Default is null ? $"hasMember{index} = true;\ncontinue;" : "continue;");
            }

            code.WriteLine();
        }

        using (code.Block("if (!reader.TrySkip())"))
        {
            code.Write("return false;");
        }
    }

    private static void WriteResult(CodeWriter code, PayloadModel payload)
    {
        List<int> required =
        [
            .. Enumerable.Range(0, payload.Members.Count).Where(index => payload.Members[index].Default is null),
        ];
        if (required.Count > 0)
        {
            WriteIf(code, string.Join(" || ", required.Select(index => $"!hasMember{index}")), "return false;");
        }

        // A member that is required was read by now, which the null analysis can't see; hence as after a default.
        IEnumerable<string> arguments = payload.Members.Select(static (member, index) =>
            ElementText.Value(member.Element, $"member{index}", hasDefault: true));
        code.Write($"value = new {payload.Type}({string.Join(", ", arguments)});\nreturn true;");
    }

    private static void WriteCodecs(CodeWriter code, PayloadModel payload)
    {
        var codecs = new CodecFields("Of", payload.Members.Select(static member => member.Element));
        if (codecs.IsEmpty)
        {
            return;
        }

        // In a class of their own, which initializes when the first value is written or read: by then every codec is
        // registered, however payloads contain each other.
        code.WriteLine();
        using (code.Block("private static class " + Codecs))
        {
            codecs.Write(code, "public");
        }
    }

    private static void WriteIf(CodeWriter code, string condition, string body)
    {
        using (code.Block($"if ({condition})"))
        {
            code.Write(body);
        }

        code.WriteLine();
    }

    private static string Key(PayloadMemberModel member) =>
        SymbolDisplay.FormatLiteral(member.Name, quote: true) + "u8";
}

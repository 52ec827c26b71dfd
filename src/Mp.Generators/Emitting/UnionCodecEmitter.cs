using System.Globalization;
using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>Prints the codec of a type that stands for several: an array of a number and the object.</summary>
internal static class UnionCodecEmitter
{
    /// <summary>The whole file.</summary>
    public static string Emit(UnionModel union)
    {
        var code = new CodeWriter();
        code.Write($"""
            {GeneratedText.Header}
            namespace Mp.Generated;

            {GeneratedText.Attribute}
            """);
        string name = Identifier.Mangle(union.MetadataName) + "Codec";
        var codecs = new CodecFields("Codecs.Of", union.Cases.Select(static one => one.Element));
        using (code.Block($"internal sealed class {name} : {GeneratedText.Services}IUnionCodec<{union.Type}>"))
        {
            PayloadText.WriteRegistration(code, name);
            WriteWrite(code, union, codecs);
            WriteRead(code, union, codecs);
            PayloadText.WriteCodecs(code, union.Cases.Select(static one => one.Element));
        }

        return code.ToString();
    }

    private static void WriteWrite(CodeWriter code, UnionModel union, CodecFields codecs)
    {
        code.Write("/// <inheritdoc/>");
        using (code.Block($"public void Write(ref {GeneratedText.Services}ElementWriter writer, {union.Type} value)"))
        {
            PayloadText.WriteNullCheck(code);
            code.Write("global::System.Type type = value.GetType();\nwriter.Enter();\nwriter.WriteArrayHeader(2);");
            string otherwise = "";
            foreach (UnionCaseModel one in union.Cases)
            {
                using (code.Block($"{otherwise}if (type == typeof({one.Element.Type}))"))
                {
                    code.Write($"""
                        writer.WriteInt64({Number(one)});
                        {codecs.Of(one.Element)}.Write(ref writer, ({one.Element.Type})value);
                        """);
                }

                otherwise = "else ";
            }

            using (code.Block("else"))
            {
                code.Write($"throw {GeneratedText.Services}PayloadCodecs.NotOfUnion(value);");
            }

            code.WriteLine();
            code.Write("writer.Leave();");
        }

        code.WriteLine();
    }

    private static void WriteRead(CodeWriter code, UnionModel union, CodecFields codecs)
    {
        PayloadText.WriteReadHeader(code);
        using (code.Block($"    {PayloadText.NotNull} out {union.Type} value)"))
        {
            code.Write("value = default;");
            const string Begins = "reader.TryReadArrayHeader(out int count) && count == 2";
            using (code.Block($"if (!({Begins} && reader.TryReadInteger(out int number)))"))
            {
                code.Write("return false;");
            }

            code.WriteLine();
            using (code.Block("switch (number)"))
            {
                foreach (UnionCaseModel one in union.Cases)
                {
                    WriteCase(code, one, codecs);
                }

                code.Write("default:\n    return false;");
            }
        }
    }

    private static void WriteCase(CodeWriter code, UnionCaseModel one, CodecFields codecs)
    {
        using (code.Block($"case {Number(one)}:"))
        {
            string read = $"{codecs.Of(one.Element)}, out {one.Element.Variable} read";
            using (code.Block($"if (!reader.TryReadCoded<{one.Element.Type}>({read}))"))
            {
                code.Write("return false;");
            }

            code.WriteLine();
            code.Write("value = read;\nreturn true;");
        }

        code.WriteLine();
    }

    private static string Number(UnionCaseModel one) => one.Number.ToString(CultureInfo.InvariantCulture);
}

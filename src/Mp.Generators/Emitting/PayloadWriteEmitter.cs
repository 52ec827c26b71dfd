using System.Globalization;
using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>Prints how a payload is written.</summary>
internal static class PayloadWriteEmitter
{
    /// <summary>The method that writes it.</summary>
    public static void Write(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        code.Write("/// <inheritdoc/>");
        using (code.Block($"public void Write(ref {GeneratedText.Services}ElementWriter writer, {payload.Type} value)"))
        {
            if (payload.IsReferenceType)
            {
                PayloadText.WriteNullCheck(code);
            }

            code.Write("writer.Enter();");
            if (payload.IsArray)
            {
                WriteArray(code, payload, codecs);
            }
            else
            {
                WriteMap(code, payload, codecs);
            }

            code.Write("writer.Leave();");
        }
    }

    private static void WriteMap(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        code.Write($"writer.WriteMapHeader({payload.Members.Count.ToString(CultureInfo.InvariantCulture)});");
        foreach (PayloadMemberModel member in payload.Members)
        {
            code.Write($"writer.WriteUtf8({PayloadText.Key(member)});\n{WriteCall(member, codecs)};");
        }
    }

    // Each member in its place, and null in those that nobody has.
    private static void WriteArray(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        int count = payload.Members.Select(static member => member.Index).DefaultIfEmpty(-1).Max() + 1;
        code.Write($"writer.WriteArrayHeader({count.ToString(CultureInfo.InvariantCulture)});");
        for (int index = 0; index < count; index++)
        {
            PayloadMemberModel? member = payload.Members.FirstOrDefault(one => one.Index == index);
            code.Write(member is null ? "writer.WriteNull();" : WriteCall(member, codecs) + ";");
        }
    }

    private static string WriteCall(PayloadMemberModel member, CodecFields codecs)
    {
        string value = $"value.{Identifier.Escape(member.Name)}{(member.MayBeNull ? "!" : "")}";
        return member.Element.Kind switch
        {
            ElementKind.Integer => $"writer.WriteInt64({value})",
            ElementKind.UnsignedInteger => $"writer.WriteUInt64({value})",
            ElementKind.TypedPortId => $"writer.WritePortId({value})",
            ElementKind.Object => $"{GeneratedText.Services}BuiltInCodecs.Object.Write(ref writer, {value})",
            ElementKind.Coded => $"{codecs.Of(member.Element)}.Write(ref writer, {value})",
            _ => $"writer.Write{member.Element.Kind}({value})",
        };
    }
}

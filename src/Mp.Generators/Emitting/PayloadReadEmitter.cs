using System.Globalization;
using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>Prints how a payload is read.</summary>
internal static class PayloadReadEmitter
{
    /// <summary>The method that reads it.</summary>
    public static void Write(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        PayloadText.WriteReadHeader(code);
        using (code.Block($"    {PayloadText.NotNull} out {payload.Type} value)"))
        {
            code.Write("value = default;");
            foreach (int index in Read(payload))
            {
                WriteVariables(code, payload.Members[index], index);
            }

            string form = payload.IsArray ? "Array" : "Map";
            WriteIf(code, $"!reader.TryRead{form}Header(out int count)", "return false;");
            using (code.Block("for (int index = 0; index < count; index++)"))
            {
                if (payload.IsArray)
                {
                    WriteItem(code, payload, codecs);
                }
                else
                {
                    WriteEntry(code, payload, codecs);
                }
            }

            code.WriteLine();
            WriteResult(code, payload);
        }
    }

    private static void WriteVariables(CodeWriter code, PayloadMemberModel member, int index)
    {
        code.Write($"{member.Element.Variable} {PayloadText.Variable(index)} = {member.Default ?? "default"};");
        if (PayloadText.IsCounted(member))
        {
            code.Write($"bool {PayloadText.HasVariable(index)} = false;");
        }
    }

    private static void WriteEntry(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        WriteIf(code, "!reader.TryReadUtf8(out global::System.ReadOnlySpan<byte> key)", "return false;");
        foreach (int index in Read(payload))
        {
            PayloadMemberModel member = payload.Members[index];
            using (code.Block(
                $"if (global::System.MemoryExtensions.SequenceEqual(key, {PayloadText.Key(member)}))"))
            {
                WriteRead(code, member, index, codecs);
                code.Write("continue;");
            }

            code.WriteLine();
        }

        WriteSkip(code);
    }

    private static void WriteItem(CodeWriter code, PayloadModel payload, CodecFields codecs)
    {
        using (code.Block("switch (index)"))
        {
            foreach (int index in Read(payload))
            {
                PayloadMemberModel member = payload.Members[index];
                using (code.Block($"case {member.Index.ToString(CultureInfo.InvariantCulture)}:"))
                {
                    WriteItemRead(code, member, index, codecs);
                    code.Write("break;");
                }
            }

            using (code.Block("default:"))
            {
                WriteSkip(code);
                code.WriteLine();
                code.Write("break;");
            }
        }
    }

    // A sender that has no such member leaves a hole.
    private static void WriteItemRead(CodeWriter code, PayloadMemberModel member, int index, CodecFields codecs)
    {
        if (member.IsRequired || member.Element.Type.EndsWith("?", StringComparison.Ordinal))
        {
            WriteRead(code, member, index, codecs);
            return;
        }

        WriteIf(code, "reader.TryReadNull()", "break;");
        WriteRead(code, member, index, codecs);
    }

    private static void WriteRead(CodeWriter code, PayloadMemberModel member, int index, CodecFields codecs)
    {
        string read = ElementText.Read(
            member.Element,
            "reader.TryRead",
            "",
            "",
            PayloadText.Variable(index),
            codecs);
        WriteIf(code, member.Element.Kind == ElementKind.Object ? $"!({read})" : "!" + read, "return false;");
        if (PayloadText.IsCounted(member))
        {
            code.Write($"{PayloadText.HasVariable(index)} = true;");
        }
    }

    private static void WriteSkip(CodeWriter code)
    {
        using (code.Block("if (!reader.TrySkip())"))
        {
            code.Write("return false;");
        }
    }

    private static void WriteResult(CodeWriter code, PayloadModel payload)
    {
        string missing = string.Join(" || ", Indexes(payload, static member => member.IsRequired)
            .Select(static index => "!" + PayloadText.HasVariable(index)));
        if (missing.Length > 0)
        {
            WriteIf(code, missing, "return false;");
        }

        int[] initial = [.. Indexes(payload, static member => member.Setting == PayloadSetting.Initial)];
        int[] assigned = [.. Indexes(payload, static member => member.Setting == PayloadSetting.Assigned)];
        if (initial.Length > 0)
        {
            WriteDefaults(code, payload, initial);
        }

        string created = Creation(payload, [.. initial.Select(index => InitialValue(payload, index))]);
        if (assigned.Length == 0)
        {
            code.Write($"value = {created};\nreturn true;");
            return;
        }

        code.Write($"{payload.Type} created = {created};");
        foreach (int index in assigned)
        {
            WriteIf(
                code,
                PayloadText.HasVariable(index),
                $"created.{Identifier.Escape(payload.Members[index].Name)} = {Value(payload, index)};");
        }

        code.Write("value = created;\nreturn true;");
    }

    // What a member has that has not come, and can be set in the initializer only, is taken from another object.
    private static void WriteDefaults(CodeWriter code, PayloadModel payload, int[] initial)
    {
        string type = payload.Type + (payload.IsReferenceType ? "?" : "");
        string hasAll = string.Join(" && ", initial.Select(PayloadText.HasVariable));
        code.Write($"{type} defaults = {hasAll} ? default : {Creation(payload, [])};");
    }

    private static string InitialValue(PayloadModel payload, int index)
    {
        string name = Identifier.Escape(payload.Members[index].Name);
        string defaults = payload.IsReferenceType ? "defaults!" : "defaults";
        return $"{name} = {PayloadText.HasVariable(index)} ? {Value(payload, index)} : {defaults}.{name}";
    }

    private static string Creation(PayloadModel payload, string[] initial)
    {
        IEnumerable<string> arguments = payload.Arguments.Select(argument =>
            argument.Member < 0 ? argument.Literal : Value(payload, argument.Member));
        string[] settings =
        [
            .. Indexes(payload, static member => member.Setting == PayloadSetting.Required)
                .Select(index => $"{Identifier.Escape(payload.Members[index].Name)} = {Value(payload, index)}"),
            .. initial,
        ];
        string creation = $"new {payload.Type}({string.Join(", ", arguments)})";
        return settings.Length == 0 ? creation : $"{creation} {{ {string.Join(", ", settings)} }}";
    }

    // A member that is required was read by now, which the null analysis can't see; hence as after a default.
    private static string Value(PayloadModel payload, int index) =>
        ElementText.Value(payload.Members[index].Element, PayloadText.Variable(index), hasDefault: true);

    private static IEnumerable<int> Read(PayloadModel payload) =>
        Indexes(payload, static member => member.Setting != PayloadSetting.Unread);

    private static IEnumerable<int> Indexes(PayloadModel payload, Func<PayloadMemberModel, bool> condition) =>
        Enumerable.Range(0, payload.Members.Count).Where(index => condition(payload.Members[index]));

    private static void WriteIf(CodeWriter code, string condition, string body)
    {
        using (code.Block($"if ({condition})"))
        {
            code.Write(body);
        }

        code.WriteLine();
    }
}

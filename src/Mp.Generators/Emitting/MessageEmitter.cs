using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>
/// Prints the other part of a record that is a message: how it becomes a list, and how a list becomes it.
/// </summary>
internal static class MessageEmitter
{
    private const string CodecPrefix = "MpCodec";
    private const string NotNull = "[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)]";

    /// <summary>The whole file.</summary>
    public static string Emit(MessageModel message)
    {
        var code = new CodeWriter();
        code.Write(GeneratedText.Header);
        if (message.Namespace.Length > 0)
        {
            code.Write($"namespace {message.Namespace};\n");
        }

        WriteTypes(code, message, depth: 0);
        return code.ToString();
    }

    private static void WriteTypes(CodeWriter code, MessageModel message, int depth)
    {
        bool isRecord = depth == message.Declarations.Count - 1;
        string bases = isRecord ? " : " + InterfaceOf(message) : "";
        using (code.Block(message.Declarations[depth] + bases))
        {
            if (isRecord)
            {
                WriteMembers(code, message);
            }
            else
            {
                WriteTypes(code, message, depth + 1);
            }
        }
    }

    private static void WriteMembers(CodeWriter code, MessageModel message)
    {
        var codecs = new CodecFields(CodecPrefix, message.Members.Select(static member => member.Element));
        codecs.Write(code, "private");
        string count = (message.Members.Count + 1).ToString(CultureInfo.InvariantCulture);
        code.Write($"""
            /// <inheritdoc/>
            {GeneratedText.Attribute}
            static int {InterfaceOf(message)}.ElementCount => {count};

            """);
        WriteComposition(code, message, "", "");
        WriteComposition(code, message, "global::Mp.PortId reply", ", reply");
        WriteRead(
            code,
            message,
            codecs,
            "TryGet",
            $"{GeneratedText.Services}MemoryMessage message,",
            $"message.IsConstant(0, {Quote(message.Tag)})",
            static position => ("message.TryGet", $"{position.ToString(CultureInfo.InvariantCulture)}, "));
        WriteRead(
            code,
            message,
            codecs,
            "TryRead",
            $"{GeneratedText.Services}WireMessage message,\n    ref {GeneratedText.Services}ElementReader reader,",
            $"reader.TryReadConstant({Quote(message.Tag)}u8)",
            static _ => ("reader.TryRead", ""));
    }

    private static void WriteComposition(CodeWriter code, MessageModel message, string parameter, string reply)
    {
        string members = string.Concat(message.Members.Select(static member =>
            ", this." + Identifier.Escape(member.Name)));
        code.Write($"""
            /// <inheritdoc/>
            {GeneratedText.Attribute}
            global::Mp.Message {GeneratedText.Services}ITypedMessage.ToMessage({parameter}) =>
                global::Mp.Message.Create({Quote(message.Tag)}{members}{reply});

            """);
    }

    private static void WriteRead(
        CodeWriter code,
        MessageModel message,
        CodecFields codecs,
        string method,
        string parameters,
        string tagCondition,
        Func<int, (string Call, string Position)> read)
    {
        code.Write($"""
            /// <inheritdoc/>
            {GeneratedText.Attribute}
            static bool {InterfaceOf(message)}.{method}(
                {parameters}
            """);
        using (code.Block($"    {NotNull} out {message.Type} value)"))
        {
            List<string> conditions = [tagCondition];
            List<string> values = [];
            for (int index = 0; index < message.Members.Count; index++)
            {
                (string call, string position) = read(index + 1);
                conditions.Add(Condition(code, message.Members[index], index, call, position, codecs));
                values.Add(ElementText.Value(
                    message.Members[index].Element,
                    VariableOf(index),
                    hasDefault: message.Members[index].Default is not null));
            }

            using (code.Block($"if ({string.Join("\n    && ", conditions)})"))
            {
                code.Write($"value = new {message.Type}({string.Join(", ", values)});\nreturn true;");
            }

            code.Write("\nvalue = default;\nreturn false;");
        }

        code.WriteLine();
    }

    // A member that may be missing has its variable, with the default in it, before the conditions.
    private static string Condition(
        CodeWriter code,
        MessageMemberModel member,
        int index,
        string call,
        string position,
        CodecFields codecs)
    {
        bool isOptional = member.Default is not null;
        ElementModel element = member.Element;
        if (isOptional)
        {
            code.Write($"{element.Variable} {VariableOf(index)} = {member.Default};");
        }

        string declaration = isOptional ? "" : element.Variable + " ";
        string read = ElementText.Read(element, call, position, declaration, VariableOf(index), codecs);
        string choice = element.Kind == ElementKind.Object ? $"({read})" : read;
        return isOptional ? $"(message.Count <= {index + 1} || {choice})" : choice;
    }

    private static string VariableOf(int index) => "member" + index.ToString(CultureInfo.InvariantCulture);

    private static string InterfaceOf(MessageModel message) =>
        $"{GeneratedText.Services}ITypedMessage<{message.Type}>";

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}

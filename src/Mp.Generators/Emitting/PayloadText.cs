using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>What the methods of a payload's codec have in common.</summary>
internal static class PayloadText
{
    /// <summary>What says of a result that it is there if the method returned true.</summary>
    public const string NotNull = "[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)]";

    /// <summary>The method that makes the codec known when its assembly initializes.</summary>
    public static void WriteRegistration(CodeWriter code, string name) => code.Write($"""
        [global::System.Runtime.CompilerServices.ModuleInitializer]
        internal static void Register() => {GeneratedText.Services}PayloadCodecs.Register(new {name}());

        """);

    /// <summary>The beginning of the method that reads, up to its second parameter.</summary>
    public static void WriteReadHeader(CodeWriter code) => code.Write($"""
        /// <inheritdoc/>
        public bool TryRead(
            ref {GeneratedText.Services}ElementReader reader,
        """);

    /// <summary>What writes null for an object that is not there.</summary>
    public static void WriteNullCheck(CodeWriter code)
    {
        using (code.Block("if (value is null)"))
        {
            code.Write("writer.WriteNull();\nreturn;");
        }

        code.WriteLine();
    }

    /// <summary>The class that keeps the codecs of members.</summary>
    /// <remarks>
    /// A class of its own, which initializes when the first value is written or read: by then every codec is
    /// registered, however payloads contain each other.
    /// </remarks>
    public static void WriteCodecs(CodeWriter code, IEnumerable<ElementModel> elements)
    {
        var codecs = new CodecFields("Of", elements);
        if (codecs.IsEmpty)
        {
            return;
        }

        code.WriteLine();
        using (code.Block("private static class Codecs"))
        {
            codecs.Write(code, "public");
        }
    }

    /// <summary>A member's key in a map, as UTF-8.</summary>
    public static string Key(PayloadMemberModel member) =>
        SymbolDisplay.FormatLiteral(member.Key, quote: true) + "u8";

    /// <summary>The variable that a member is read into.</summary>
    public static string Variable(int index) => "member" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The variable that says whether a member has come.</summary>
    public static string HasVariable(int index) => "hasMember" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether it is told whether a member has come.</summary>
    public static bool IsCounted(PayloadMemberModel member) =>
        member.IsRequired || member.Setting is PayloadSetting.Initial or PayloadSetting.Assigned;
}

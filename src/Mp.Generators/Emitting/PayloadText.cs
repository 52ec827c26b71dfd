using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>What the methods of a payload's codec have in common.</summary>
internal static class PayloadText
{
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

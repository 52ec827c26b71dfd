using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>Prints the choice among many tags: the field that numbers them, and the cases by these numbers.</summary>
internal static class TagTableEmitter
{
    /// <summary>The field.</summary>
    public const string Field = "MpTags";

    /// <summary>Writes the field, if the plan wants it.</summary>
    public static void WriteField(CodeWriter code, PortModel port, MatchPlan plan)
    {
        if (!plan.LooksUpTags)
        {
            return;
        }

        code.Write($"""
            /// <summary>The tags that handlers ask for, by the numbers that they have below.</summary>
            {GeneratedText.Attribute}
            private static readonly {GeneratedText.Services}TagTable {Field} = new(
            """);
        for (int number = 0; number < plan.Branches.Count; number++)
        {
            code.Write($"    {LiteralOf(plan.Branches[number])}{(number < plan.Branches.Count - 1 ? "," : ");")}");
        }

        code.Write($"""

            /// <inheritdoc/>
            {GeneratedText.Attribute}
            {GeneratedText.Override(port)} {GeneratedText.Services}TagTable HandlerTags => {Field};
            """);
        code.WriteLine();
    }

    /// <summary>Writes a case for each tag.</summary>
    public static void WriteCases(CodeWriter code, MatchPlan plan, Action<TagBranch> writeArms)
    {
        for (int number = 0; number < plan.Branches.Count; number++)
        {
            TagBranch branch = plan.Branches[number];
            using (code.Indent($"case {number}: // {LiteralOf(branch)}"))
            {
                writeArms(branch);
            }
        }
    }

    /// <summary>A tag as it is written in code.</summary>
    public static string LiteralOf(TagBranch branch) => SymbolDisplay.FormatLiteral(branch.Tag, quote: true);
}

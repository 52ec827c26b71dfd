using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>Prints the choice among arms of one tag by the constant that each asks for next.</summary>
internal static class ChoiceEmitter
{
    /// <summary>Writes the tables of texts that are chosen by.</summary>
    public static void WriteFields(CodeWriter code, MatchPlan plan)
    {
        foreach (ArmGroup group in plan.Branches.SelectMany(static branch => branch.Groups))
        {
            if (group.ChosenBy == ConstantKind.String)
            {
                string[] texts = [.. group.Choices(plan.Arms).Select(static choice => Literal(choice.Key))];
                code.Write($"""
                    /// <summary>Texts that handlers of one tag ask for, by the numbers that they have below.</summary>
                    {GeneratedText.Attribute}
                    private static readonly {GeneratedText.Services}TagTable {FieldOf(group)} = new(
                        {string.Join(",\n    ", texts)});
                    """);
                code.WriteLine();
            }
        }
    }

    /// <summary>Writes the choice.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="plan">What the arms are of.</param>
    /// <param name="group">The arms.</param>
    /// <param name="dialect">How the constant is read.</param>
    /// <param name="writeArms">Writes calls of these arms.</param>
    public static void Write(
        CodeWriter code,
        MatchPlan plan,
        ArmGroup group,
        TableDialect dialect,
        Action<IEnumerable<int>> writeArms)
    {
        string number = NumberOf(group);
        if (group.ChosenBy == ConstantKind.Integer)
        {
            string condition = dialect.ReadChoice(code, plan, plan.Arms[group.Arms[0]], number);
            using (code.Block($"if ({condition})"))
            {
                WriteSwitch(code, plan, group, $"choice{number}", writeArms);
            }
        }
        else
        {
            string text = dialect.FindChoice(code, plan, plan.Arms[group.Arms[0]], number);
            WriteSwitch(code, plan, group, $"{FieldOf(group)}.Find({text})", writeArms);
        }
    }

    private static void WriteSwitch(
        CodeWriter code,
        MatchPlan plan,
        ArmGroup group,
        string subject,
        Action<IEnumerable<int>> writeArms)
    {
        using (code.Block($"switch ({subject})"))
        {
            int number = 0;
            foreach (IGrouping<string, int> choice in group.Choices(plan.Arms))
            {
                string label = group.ChosenBy == ConstantKind.Integer
                    ? $"case {choice.Key}:"
                    : $"case {number++}: // {Literal(choice.Key)}";
                using (code.Indent(label))
                {
                    writeArms(choice);
                    code.Write("break;");
                }
            }
        }
    }

    private static string FieldOf(ArmGroup group) => "MpTexts" + NumberOf(group);

    // No arm is chosen in two places.
    private static string NumberOf(ArmGroup group) => group.Arms[0].ToString(CultureInfo.InvariantCulture);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}

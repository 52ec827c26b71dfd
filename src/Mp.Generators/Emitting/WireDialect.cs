using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>
/// The table over bytes: elements are read one after the other, by a reader that each arm gets a copy of.
/// </summary>
internal sealed class WireDialect : TableDialect
{
    /// <inheritdoc/>
    public override string MessageType => "WireMessage";

    /// <inheritdoc/>
    public override string ArmParameter => $"{GeneratedText.Services}ElementReader reader,";

    /// <inheritdoc/>
    public override void WriteBeginning(CodeWriter code, MatchPlan plan) =>
        code.Write($"{GeneratedText.Services}ElementReader reader = message.CreateReader();");

    /// <inheritdoc/>
    public override void WriteBranches(CodeWriter code, MatchPlan plan, Action<TagBranch> writeArms)
    {
        code.Write($"{GeneratedText.Services}ElementReader afterTag = reader;");
        using (code.Block("if (afterTag.TryReadUtf8(out global::System.ReadOnlySpan<byte> tag))"))
        using (code.Block("switch (tag.Length)"))
        {
            foreach (TagGroup group in plan.TagGroups)
            {
                WriteGroup(code, group, writeArms);
            }
        }
    }

    /// <inheritdoc/>
    public override string ArgumentsOf(Arm arm) =>
        arm.Tag is null ? "message, reader, ref dispatch" : "message, afterTag, ref dispatch";

    /// <inheritdoc/>
    public override string RestOf(Arm arm) => arm.RestPosition == 0
        ? "reader.ReadRest(message.Count)"
        : $"reader.ReadRest(message.Count - {arm.RestPosition})";

    /// <inheritdoc/>
    public override string Condition(ArmStep step, Arm arm, CodecFields codecs) => step.Kind switch
    {
        StepKind.Compare => Compare(step.Constant!),
        StepKind.Pass => "reader.TrySkip()",
        _ => Bind(step, arm, "reader.TryRead", "", codecs),
    };

    private static void WriteGroup(CodeWriter code, TagGroup group, Action<TagBranch> writeArms)
    {
        if (group.WordStart < 0)
        {
            foreach (TagChoice choice in group.Choices)
            {
                using (code.Block($"case {group.Length} when {IsTag(choice)}:"))
                {
                    writeArms(choice.Branch);
                }
            }

            return;
        }

        code.Write($"case {group.Length}:");
        using (code.Block($"    switch ({GeneratedText.Services}TagWord.At(tag, {group.WordStart}))"))
        {
            foreach (TagChoice choice in group.Choices)
            {
                // Of a tag that is no longer than a word, the word says all.
                string rest = group.Length > TagGroup.WordLength ? $" when {IsTag(choice)}" : "";
                string text = SymbolDisplay.FormatLiteral(choice.Branch.Tag, quote: true);
                using (code.Block($"case 0x{choice.Word:x}UL{rest}: // {text}"))
                {
                    writeArms(choice.Branch);
                }
            }
        }

        code.Write("\n    break;");
    }

    private static string IsTag(TagChoice choice) =>
        $"global::System.MemoryExtensions.SequenceEqual(tag, {Utf8(choice.Branch.Tag)})";

    private static string Compare(ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.Null => "reader.TryReadNull()",
        ConstantKind.String => $"reader.TryReadConstant({Utf8(constant.Value)})",
        _ => $"reader.TryReadConstant({constant.Value})",
    };

    private static string Utf8(string text) => SymbolDisplay.FormatLiteral(text, quote: true) + "u8";
}
